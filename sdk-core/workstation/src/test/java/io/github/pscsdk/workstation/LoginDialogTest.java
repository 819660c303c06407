package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an authenticator asks, and what becomes of the host's answers. */
class LoginDialogTest {
    private static final CardChoice LEFT = CardChoice.of("left").withHolder("Zoé FICTIVE");
    private static final CardChoice RIGHT = CardChoice.of("right");
    private static final NationalId OWNER = new NationalId(MockServerHalf.NATIONAL_ID);
    private static final NationalId OTHER = new NationalId("899999100029");

    private final MockServerHalf server = new MockServerHalf();
    private final List<PscClient> clients = new ArrayList<>();
    private final AtomicReference<Optional<CardChoice>> chosen = new AtomicReference<>();

    @AfterEach
    void close() {
        clients.forEach(PscClient::close);
        server.close();
    }

    @Test
    void the_card_that_the_person_chose_reaches_the_authenticator() throws Exception {
        var offered = new AtomicReference<List<CardChoice>>();

        loginChoosing(cards -> {
            offered.set(cards);
            return Optional.of(CardChoice.of("right"));
        });

        assertEquals(List.of(LEFT, RIGHT), offered.get());
        assertEquals(Optional.of(RIGHT), chosen.get());
    }

    @Test
    void a_card_that_was_not_offered_is_no_answer() throws Exception {
        loginChoosing(cards -> Optional.of(CardChoice.of("elsewhere")));

        assertEquals(Optional.empty(), chosen.get());
    }

    @Test
    void a_dialog_that_throws_gives_no_answer_and_is_logged_by_its_class() throws Exception {
        try (var log = LogLines.open()) {
            loginChoosing(cards -> {
                throw new AssertionError("FICTIVE");
            });

            assertEquals(Optional.empty(), chosen.get());
            assertTrue(log.contains("WARN login 1: the dialog threw java.lang.AssertionError"));
            assertFalse(log.contains("FICTIVE"));
        }
    }

    @Test
    void so_does_one_that_returns_nothing_at_all() throws Exception {
        loginChoosing(cards -> null);

        assertEquals(Optional.empty(), chosen.get());
    }

    @Test
    void a_host_without_a_dialog_answers_nothing() throws Exception {
        client(choosing()).login(LoginRequest.using("card"));

        assertEquals(Optional.empty(), chosen.get());
    }

    @Test
    void a_login_that_is_cancelled_during_a_question_is_cancelled() {
        var client = client(choosing());
        var request = LoginRequest.using("card").withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
                throw new InterruptedException();
            }
        });

        assertThrows(InterruptedException.class, () -> client.login(request));
    }

    @Test
    void the_host_is_asked_on_a_thread_of_the_login_with_its_own_class_loader() throws Exception {
        var before = Thread.currentThread().getContextClassLoader();
        try (var own = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(own);
            var thread = new AtomicReference<Thread>();
            var loader = new AtomicReference<ClassLoader>();

            loginChoosing(cards -> {
                thread.set(Thread.currentThread());
                loader.set(Thread.currentThread().getContextClassLoader());
                return Optional.empty();
            });

            assertEquals("psc-plugin-card-login", thread.get().getName());
            assertSame(own, loader.get());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void a_dialog_that_was_kept_is_of_no_use() throws Exception {
        var kept = new AtomicReference<LoginDialog>();
        client(Fakes.authenticator("card", (request, context) -> {
                    kept.set(context.dialog());
                    return context.backchannel(Fakes.onPhone());
                }))
                .login(LoginRequest.using("card"));

        assertThrows(IllegalStateException.class, () -> kept.get().card(List.of(LEFT, RIGHT)));
    }

    @Test
    void a_dialog_works_on_no_other_thread() throws Exception {
        var failure = new AtomicReference<Throwable>();
        client(Fakes.authenticator("card", (request, context) -> {
                    failure.set(assertThrows(
                                    CompletionException.class,
                                    () -> CompletableFuture.supplyAsync(
                                                    () -> ask(context.dialog()), ThreadPerTaskExecutor.INSTANCE)
                                            .join())
                            .getCause());
                    return context.backchannel(Fakes.onPhone());
                }))
                .login(LoginRequest.using("card"));

        assertSame(IllegalStateException.class, failure.get().getClass());
    }

    @Test
    void the_identifier_that_the_person_gives_reaches_the_authenticator() throws Exception {
        var answered = new AtomicReference<Optional<NationalIdAnswer>>();
        client(Fakes.authenticator("card", (request, context) -> {
                    answered.set(context.dialog().holderOf("card-7"));
                    return context.backchannel(Fakes.onPhone());
                }))
                .login(LoginRequest.using("card").withDialog(new LoginDialog() {
                    @Override
                    public Optional<NationalIdAnswer> holderOf(String device) {
                        return Optional.of(new NationalIdAnswer(OWNER, device.equals("card-7")));
                    }
                }));

        assertEquals(Optional.of(new NationalIdAnswer(OWNER, true)), answered.get());
    }

    @Test
    void where_an_authenticator_cannot_do_without_an_identifier_the_engine_asks_before_it() throws Exception {
        var request = LoginRequest.using("phone").withDialog(identifying(Optional.of(OWNER)));

        client(needy()).login(request);

        assertTrue(server.await("POST /v1/logins").body().contains(OWNER.value()));
    }

    @Test
    void who_was_named_in_the_dialog_must_be_who_logs_in() {
        server.answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"https://psc.example/a\"}");
        var request = LoginRequest.using("phone").withDialog(identifying(Optional.of(OTHER)));

        assertSame(
                LoginProblem.IDENTITY_MISMATCH, problemOf(() -> client(needy()).login(request)));
    }

    @Test
    void without_an_answer_nobody_is_asked() {
        var request = LoginRequest.using("phone").withDialog(identifying(Optional.empty()));

        assertSame(
                LoginProblem.NATIONAL_ID_MISSING,
                problemOf(() -> client(needy()).login(request)));
        assertEquals(List.of(), server.seen("POST"));
    }

    private interface Choice {
        Optional<CardChoice> from(List<CardChoice> cards);
    }

    private void loginChoosing(Choice choice) throws Exception {
        client(choosing()).login(LoginRequest.using("card").withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                return choice.from(cards);
            }
        }));
    }

    private static LoginDialog identifying(Optional<NationalId> person) {
        return new LoginDialog() {
            @Override
            public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) {
                return person;
            }
        };
    }

    private Authenticator choosing() {
        return Fakes.authenticator("card", (request, context) -> {
            chosen.set(context.dialog().card(List.of(LEFT, RIGHT)));
            return context.backchannel(Fakes.onPhone());
        });
    }

    /** Cannot find out by itself who it is; does not even say whom it expects from the browser. */
    private static Authenticator needy() {
        return new Authenticator() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("phone", WayIn.BACKCHANNEL, "Essai", "Test")
                        .needingNationalId();
            }

            @Override
            public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                    throws PscException, InterruptedException {
                var named = request.nationalId().orElseThrow();
                return named.equals(OWNER)
                        ? context.backchannel(BackchannelRequest.onMobile(named))
                        : context.browser();
            }
        };
    }

    private static Optional<CardChoice> ask(LoginDialog dialog) {
        try {
            return dialog.card(List.of(LEFT, RIGHT));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private PscClient client(Authenticator authenticator) {
        var client = Fakes.builder(server)
                .authenticator(authenticator)
                .browser(page -> {})
                .build();
        clients.add(client);
        return client;
    }
}

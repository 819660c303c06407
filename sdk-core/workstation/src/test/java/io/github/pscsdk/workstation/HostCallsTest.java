package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often one attempt may tell and ask. */
class HostCallsTest {
    private static final int MOST = 1_000;
    private static final BilingualLine WORDS = BilingualLine.of("Lecture", "Reading");
    private static final ShownPicture PICTURE = ShownPicture.qrCode(BilingualLine.of("Scannez", "Scan"), "badge:1");

    @AutoClose
    private final Clients clients = new Clients();

    private final AtomicInteger heard = new AtomicInteger();
    private boolean showsPicture;

    private final LoginDialog dialog = new LoginDialog() {
        @Override
        public Optional<Boolean> yesOrNo(BilingualLine question) {
            heard.incrementAndGet();
            return Optional.empty();
        }

        @Override
        public boolean showPicture(ShownPicture picture) {
            heard.incrementAndGet();
            showsPicture = true;
            return true;
        }

        @Override
        public void hidePicture() {
            showsPicture = false;
        }
    };

    /** Each way to tell or ask something that nobody need wait for. */
    enum Call {
        WAITING {
            @Override
            void on(AuthenticationContext context) {
                context.waitingForDevice();
            }
        },
        WORDS {
            @Override
            void on(AuthenticationContext context) {
                context.progress(HostCallsTest.WORDS);
            }
        },
        NOTICE {
            @Override
            void on(AuthenticationContext context) {
                context.notice(Diagnostic.of(LoginProblem.REFUSED, Severity.INFO));
            }
        },
        QUESTION {
            @Override
            void on(AuthenticationContext context) throws InterruptedException {
                context.dialog().yesOrNo(HostCallsTest.WORDS);
            }
        },
        PICTURE {
            @Override
            void on(AuthenticationContext context) throws InterruptedException {
                context.dialog().showPicture(HostCallsTest.PICTURE);
            }
        },
        ENVIRONMENT {
            @Override
            void on(AuthenticationContext context) throws PscException, InterruptedException {
                context.environment();
            }
        };

        abstract void on(AuthenticationContext context) throws PscException, InterruptedException;

        void repeat(int times, AuthenticationContext context) throws PscException, InterruptedException {
            for (var time = 0; time < times; time++) {
                on(context);
            }
        }
    }

    /** Words first: a server half takes its time for a thousand questions. */
    @ParameterizedTest
    @EnumSource
    void beyond_a_thousand_calls_the_host_hears_nothing_and_the_login_fails(Call call) throws Exception {
        var problem = problemOf(() -> login((request, context) -> {
            Call.WORDS.repeat(MOST - 2, context);
            call.repeat(3, context);
            return context.backchannel(Fakes.onPhone());
        }));

        assertSame(PluginProblem.PLUGIN_FAILED, problem);
        assertTrue(heard.get() <= MOST, () -> "heard " + heard);
        assertEquals(0, clients.server.seen("POST /v1/logins").size());
    }

    @Test
    void whoever_swallows_the_refusal_gets_no_session() throws Exception {
        var problem = problemOf(() -> login((request, context) -> {
            var grant = context.backchannel(Fakes.onPhone());
            assertThrows(IllegalStateException.class, () -> Call.WORDS.repeat(MOST, context));
            return grant;
        }));

        assertSame(PluginProblem.PLUGIN_FAILED, problem);
        clients.server.await("DELETE /disconnect");
    }

    @Test
    void the_last_of_a_thousand_is_the_question_to_the_professional() throws Exception {
        login((request, context) -> {
            Call.WORDS.repeat(MOST - 1, context);
            return context.backchannel(Fakes.onPhone());
        });

        assertEquals(1, clients.server.seen("POST /v1/logins").size());
    }

    @Test
    void a_picture_is_hidden_after_too_many_calls_too() throws Exception {
        problemOf(() -> login((request, context) -> {
            Call.PICTURE.repeat(MOST + 1, context);
            return context.backchannel(Fakes.onPhone());
        }));

        assertFalse(showsPicture);
    }

    @Test
    void each_attempt_has_its_own() throws Exception {
        Fakes.Body body = (request, context) -> {
            Call.WORDS.repeat(MOST - 1, context);
            return context.backchannel(Fakes.onPhone());
        };

        login(body);
        login(body);

        assertEquals(2, clients.server.seen("POST /v1/logins").size());
    }

    private void login(Fakes.Body body) throws Exception {
        try (var client = clients.builder(Fakes.authenticator("card", body)).build()) {
            client.login(LoginRequest.using("card").withDialog(dialog).withProgress(progress -> {
                if (progress.step() == LoginProgress.Step.MESSAGE
                        || progress.step() == LoginProgress.Step.WAITING_FOR_DEVICE) {
                    heard.incrementAndGet();
                }
            }));
        }
    }
}

package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.testkit.support.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt cancels a login where whoever waits for it sent it, and nowhere else: an authenticator that speaks of one has failed. */
class UnaskedInterruptTest {
    private enum Way {
        THROWN {
            @Override
            Grant end(AuthenticationContext context) throws InterruptedException {
                throw new InterruptedException("a test");
            }
        },
        WRAPPED {
            @Override
            Grant end(AuthenticationContext context) {
                throw new IllegalStateException(new InterruptedException("a test"));
            }
        },
        SENT_TO_ITSELF {
            @Override
            Grant end(AuthenticationContext context) throws PscException, InterruptedException {
                Thread.currentThread().interrupt();
                return context.backchannel(Fakes.onPhone());
            }
        },
        SENT_TO_ITSELF_BEFORE_A_STEP {
            @Override
            Grant end(AuthenticationContext context) throws PscException, InterruptedException {
                Thread.currentThread().interrupt();
                context.waitingForDevice();
                return context.backchannel(Fakes.onPhone());
            }
        },
        SENT_TO_ITSELF_BEFORE_A_QUESTION {
            @Override
            Grant end(AuthenticationContext context) throws PscException, InterruptedException {
                Thread.currentThread().interrupt();
                context.dialog().yesOrNo(BilingualLine.of("Vraiment ?", "Really?"));
                return context.backchannel(Fakes.onPhone());
            }
        };

        abstract Grant end(AuthenticationContext context) throws PscException, InterruptedException;
    }

    private final AtomicReference<Way> way = new AtomicReference<>(Way.THROWN);

    @AutoClose
    private final Clients clients = new Clients();

    @AutoClose
    private final PscClient client = clients.builder(
                    Fakes.authenticator("odd", (request, context) -> way.get().end(context)))
            .authenticator(Fakes.phone("phone"))
            .build();

    private Problem problem() {
        return assertThrows(PscException.class, () -> client.login(LoginRequest.using("odd")))
                .problem();
    }

    @ParameterizedTest
    @EnumSource
    void the_next_way_is_tried_and_told_why(Way way) throws Exception {
        this.way.set(way);
        var told = new CopyOnWriteArrayList<Problem>();

        var session = client.login(LoginRequest.using("odd", "phone")
                .withProgress(
                        progress -> progress.notice().map(Diagnostic::problem).ifPresent(told::add)));

        assertTrue(session.isActive());
        assertTrue(told.contains(PluginProblem.PLUGIN_FAILED), told::toString);
    }

    @ParameterizedTest
    @EnumSource
    void three_of_them_set_it_aside(Way way) {
        this.way.set(way);

        for (var failures = 0; failures < 3; failures++) {
            assertSame(PluginProblem.PLUGIN_FAILED, problem());
        }

        assertSame(PluginProblem.QUARANTINED, problem());
    }

    @ParameterizedTest
    @EnumSource
    void the_future_of_a_login_fails_and_is_not_cancelled(Way way) {
        this.way.set(way);
        var login = client.loginAsync(LoginRequest.using("odd"));

        var failure = assertThrows(PscException.class, () -> Await.result("the login has ended", login));

        assertSame(PluginProblem.PLUGIN_FAILED, failure.problem());
    }

    @Test
    void a_problem_that_it_names_stays_its_problem_whatever_the_cause() throws Exception {
        try (var honest = clients.with(Fakes.authenticator("honest", (request, context) -> {
            throw new PscException(LoginProblem.REFUSED, "a test", new InterruptedException("a test"));
        }))) {
            var failure = assertThrows(PscException.class, () -> honest.login(LoginRequest.using("honest")));

            assertSame(LoginProblem.REFUSED, failure.problem());
        }
    }

    @Test
    void a_host_that_interrupts_the_thread_on_which_it_is_told_a_step_cancels() {
        var cancelling = LoginRequest.using("phone")
                .withProgress(step -> Thread.currentThread().interrupt());

        assertThrows(InterruptedException.class, () -> client.login(cancelling));
    }

    @Test
    void a_host_that_interrupts_the_thread_on_which_it_is_asked_cancels() throws Exception {
        try (var asking = clients.with(Fakes.authenticator("asking", (request, context) -> {
            context.dialog().yesOrNo(BilingualLine.of("Vraiment\u00a0?", "Really?"));
            return context.backchannel(Fakes.onPhone());
        }))) {
            var cancelling = LoginRequest.using("asking").withDialog(new LoginDialog() {
                @Override
                public Optional<Boolean> yesOrNo(BilingualLine question) {
                    Thread.currentThread().interrupt();
                    return Optional.of(true);
                }
            });

            assertThrows(InterruptedException.class, () -> asking.login(cancelling));
        }
    }

    @Test
    void a_login_whose_thread_the_authenticator_interrupts_fails_and_is_not_cancelled() throws Exception {
        // It may be on its way back from the call that begins the login.
        var host = Thread.currentThread();
        try (var hostile = clients.with(Fakes.authenticator("hostile", (request, context) -> {
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                for (var frame : stack) {
                    if (thread != host && frame.getClassName().endsWith("internal.login.Logins")) {
                        thread.interrupt();
                    }
                }
            });
            return context.backchannel(Fakes.onPhone());
        }))) {
            var login = hostile.loginAsync(LoginRequest.using("hostile"));

            var failure = assertThrows(PscException.class, () -> Await.result("the login has ended", login));

            assertSame(PluginProblem.PLUGIN_FAILED, failure.problem());
            assertFalse(login.isCancelled());
        }
    }

    @Test
    void a_health_check_that_speaks_of_one_has_failed_and_the_others_go_on() throws Exception {
        var odd = new Authenticator() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("odd-check", WayIn.BACKCHANNEL, "Essai", "Test");
            }

            @Override
            public List<Diagnostic> diagnose() throws InterruptedException {
                throw new InterruptedException("a test");
            }

            @Override
            public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
                throw new UnsupportedOperationException("nobody logs in");
            }
        };
        try (var client = clients.with(odd)) {
            var found = client.diagnose().findings().stream()
                    .map(Diagnostic::problem)
                    .toList();

            assertTrue(found.contains(PluginProblem.PLUGIN_FAILED), found::toString);
            assertFalse(Thread.currentThread().isInterrupted(), "it was cancelled");
        }
    }
}

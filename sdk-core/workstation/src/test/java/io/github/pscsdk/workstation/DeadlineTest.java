package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /** Before any call to the server half is over. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final LoginRequest REQUEST = LoginRequest.using("phone").withTimeout(TIMEOUT);

    @AutoClose
    private final Clients clients = new Clients();

    private final MockServerHalf server = clients.server;
    /** Counted down once a login waits for the phone, or for something that never comes. */
    private final CountDownLatch busy = new CountDownLatch(1);

    @BeforeEach
    void nobody_answers() {
        server.answer("GET /v1/logins/login-1", () -> {
            busy.countDown();
            return MockServerHalf.silence();
        });
    }

    @Test
    void the_deadline_ends_a_login_that_nobody_answers() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            assertTimeIsUp(client);
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void the_deadline_interrupts_an_authenticator_that_does_not_look_at_it() throws Exception {
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            neverEnd();
            throw new AssertionError("never reached");
        }))) {
            assertTimeIsUp(client);
        }
    }

    @Test
    void the_deadline_holds_against_an_authenticator_that_swallows_the_interrupt() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.DONE);
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            var grant = context.backchannel(Fakes.onPhone());
            try {
                neverEnd();
            } catch (InterruptedException e) {
                // As a careless plug-in would.
                return grant;
            }
            throw new AssertionError("never reached");
        }))) {
            assertTimeIsUp(client);
            server.await("DELETE /disconnect");
        }
    }

    @Test
    void the_interrupt_of_a_deadline_is_not_left_on_the_caller_s_thread() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            atTheDeadline(() -> {
                assertSame(LoginProblem.NO_ANSWER_IN_TIME, Failures.problemOf(() -> client.login(REQUEST)));
                assertFalse(Thread.currentThread().isInterrupted());
                return null;
            });
        }
    }

    @Test
    void an_authenticator_that_knows_what_was_in_the_way_says_more_than_that_the_time_is_up() throws Exception {
        assertSame(Trouble.UNREADABLE, endOf(Trouble.UNREADABLE));
    }

    @Test
    void of_a_failure_that_only_the_interrupt_caused_nothing_is_told() throws Exception {
        assertSame(LoginProblem.NO_ANSWER_IN_TIME, endOf(LoginProblem.SERVER_HALF_UNREACHABLE));
        assertSame(LoginProblem.NO_ANSWER_IN_TIME, endOf(PluginProblem.PLUGIN_FAILED));
    }

    @Test
    void at_the_deadline_no_other_way_is_tried_and_the_last_trouble_is_the_cause() throws Exception {
        try (var client = clients.builder(busyUntilTheDeadline("card", Trouble.UNREADABLE))
                .authenticator(Fakes.phone("phone"))
                .build()) {
            var request = LoginRequest.using("card", "phone").withTimeout(TIMEOUT);

            assertSame(Trouble.UNREADABLE, atTheDeadline(() -> Failures.problemOf(() -> client.login(request))));
        }
    }

    @Test
    void an_authenticator_that_waits_for_a_host_which_does_not_return_is_not_at_fault() throws Exception {
        var window = new CountDownLatch(1);
        var request = REQUEST.withProgress(progress -> {
            if (progress.step() == LoginProgress.Step.WAITING_FOR_DEVICE) {
                busy.countDown();
                Fakes.awaitCarelessly(window);
            }
        });
        try (var client = client(Fakes.authenticator("phone", (asked, context) -> {
            context.waitingForDevice();
            throw new AssertionError("never reached");
        }))) {
            // What an interrupt does not end has a second more.
            var problem = clients.time.within(
                    TIMEOUT.plusSeconds(2),
                    () -> busy.getCount() == 0,
                    () -> Failures.problemOf(() -> client.login(request)));
            window.countDown();
            assertSame(LoginProblem.NO_ANSWER_IN_TIME, problem);
        }
    }

    private Problem endOf(Problem thrown) throws Exception {
        try (var client = client(busyUntilTheDeadline("phone", thrown))) {
            return atTheDeadline(() -> Failures.problemOf(() -> client.login(REQUEST)));
        }
    }

    private Authenticator busyUntilTheDeadline(String id, Problem thrown) {
        return Fakes.authenticator(id, (request, context) -> {
            try {
                neverEnd();
            } catch (InterruptedException e) {
                assertFalse(context.clock().instant().isBefore(context.deadline()), "the clock says so, too");
                throw new PscException(thrown, "a test");
            }
            throw new AssertionError("never reached");
        });
    }

    /** Of an authenticator. */
    private enum Trouble implements Problem {
        UNREADABLE;

        @Override
        public String code() {
            return "TST-001";
        }

        @Override
        public Party party() {
            return Party.WORKSTATION;
        }

        @Override
        public Remedy remedy(Locale locale) {
            return new Remedy("The badge cannot be read.", List.of());
        }
    }

    private void assertTimeIsUp(PscClient client) throws Exception {
        assertSame(
                LoginProblem.NO_ANSWER_IN_TIME, atTheDeadline(() -> Failures.problemOf(() -> client.login(REQUEST))));
    }

    /** Makes the call, whose time is up once it waits. */
    private <T> T atTheDeadline(Callable<T> call) throws Exception {
        return clients.time.within(TIMEOUT.plusSeconds(1), () -> busy.getCount() == 0, call);
    }

    private void neverEnd() throws InterruptedException {
        busy.countDown();
        Thread.currentThread().join();
    }

    private PscClient client(Authenticator authenticator) {
        return clients.with(authenticator);
    }
}

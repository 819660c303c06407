package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineTest {
    private static final LoginRequest REQUEST = LoginRequest.using("phone");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf().withSilentPhone();

    @Test
    void the_deadline_ends_a_login_that_nobody_answers() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            assertTimeIsUp(client);
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void the_deadline_interrupts_an_authenticator_that_does_not_look_at_it() throws Exception {
        var never = new Semaphore(0);
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            never.acquire();
            throw new AssertionError("never reached");
        }))) {
            assertTimeIsUp(client);
        }
    }

    @Test
    void the_deadline_holds_against_an_authenticator_that_swallows_the_interrupt() throws Exception {
        server.answer("GET /v1/logins/login-1", 200, MockServerHalf.DONE);
        var never = new Semaphore(0);
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            var grant = context.backchannel(Fakes.onPhone());
            try {
                never.acquire();
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
            assertTimeIsUp(client);

            assertFalse(Thread.currentThread().isInterrupted());
        }
    }

    private static void assertTimeIsUp(PscClient client) {
        var request = REQUEST.withTimeout(Duration.ofMillis(300));
        var failure = assertThrows(PscException.class, () -> client.login(request));
        assertSame(LoginProblem.NO_ANSWER_IN_TIME, failure.problem());
    }

    private PscClient client(Authenticator authenticator) {
        return Fakes.builder(server).authenticator(authenticator).build();
    }
}

package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When the second authenticator of a request has its turn. */
class FallbackTest {
    private static final LoginRequest REQUEST = LoginRequest.using("first", "second");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private boolean secondWasAsked;

    @Test
    void the_next_one_is_tried_when_one_is_not_loaded() throws Exception {
        try (var client =
                Fakes.builder(server).authenticator(Fakes.phone("second")).build()) {
            assertTrue(client.login(REQUEST).isActive());
        }
    }

    @Test
    void the_next_one_is_tried_when_one_throws_anything() throws Exception {
        assertFallsBack(Fakes.authenticator("first", (request, context) -> {
            throw new NoClassDefFoundError("javax/smartcardio/TerminalFactory");
        }));
    }

    @Test
    void the_next_one_is_tried_when_the_workstation_lacks_something() throws Exception {
        assertFallsBack(failing(LoginProblem.BROWSER_NOT_OPENED));
    }

    @Test
    void a_refusal_is_final() {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");

        assertIsFinal(LoginProblem.REFUSED, Fakes.phone("first"));
    }

    @Test
    void a_refusal_is_final_even_if_the_authenticator_stumbles_over_it() {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");

        assertIsFinal(LoginProblem.REFUSED, Fakes.authenticator("first", (request, context) -> {
            try {
                return context.backchannel(Fakes.onPhone());
            } catch (PscException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    @Test
    void a_refusal_is_final_even_if_the_authenticator_calls_it_something_else() {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");

        assertIsFinal(LoginProblem.BROWSER_NOT_OPENED, Fakes.authenticator("first", (request, context) -> {
            try {
                return context.backchannel(Fakes.onPhone());
            } catch (PscException e) {
                throw new PscException(LoginProblem.BROWSER_NOT_OPENED, "so it says");
            }
        }));
    }

    @Test
    void silence_is_final() {
        assertIsFinal(LoginProblem.NO_ANSWER_IN_TIME, failing(LoginProblem.NO_ANSWER_IN_TIME));
    }

    @Test
    void an_unavailable_service_is_final() {
        assertIsFinal(LoginProblem.PSC_UNAVAILABLE, failing(LoginProblem.PSC_UNAVAILABLE));
    }

    @Test
    void an_unreachable_server_half_is_final_since_the_next_one_needs_it_too() {
        assertIsFinal(LoginProblem.SERVER_HALF_UNREACHABLE, failing(LoginProblem.SERVER_HALF_UNREACHABLE));
    }

    @Test
    void the_last_failure_tells_of_the_earlier_ones() {
        try (var client = Fakes.builder(server)
                .authenticator(failing(LoginProblem.BROWSER_NOT_OPENED))
                .build()) {
            var failure = assertThrows(PscException.class, () -> client.login(REQUEST));

            assertSame(LoginProblem.AUTHENTICATOR_NOT_FOUND, failure.problem());
            assertEquals(1, failure.getSuppressed().length);
        }
    }

    @Test
    void the_same_exception_of_two_authenticators_is_no_trouble() {
        var failure = new PscException(LoginProblem.BROWSER_NOT_OPENED, "a test");
        Fakes.Body body = (request, context) -> {
            throw failure;
        };
        try (var client = Fakes.builder(server)
                .authenticator(Fakes.authenticator("first", body))
                .authenticator(Fakes.authenticator("second", body))
                .build()) {
            assertSame(failure, assertThrows(PscException.class, () -> client.login(REQUEST)));
        }
    }

    private static Authenticator failing(Problem problem) {
        return Fakes.failing("first", problem);
    }

    private void assertFallsBack(Authenticator first) throws Exception {
        try (var client = Fakes.builder(server)
                .authenticator(first)
                .authenticator(Fakes.phone("second"))
                .build()) {
            assertTrue(client.login(REQUEST).isActive());
        }
    }

    private void assertIsFinal(Problem problem, Authenticator first) {
        var second = Fakes.authenticator("second", (request, context) -> {
            secondWasAsked = true;
            return context.backchannel(Fakes.onPhone());
        });
        try (var client =
                Fakes.builder(server).authenticator(first).authenticator(second).build()) {
            var failure = assertThrows(PscException.class, () -> client.login(REQUEST));

            assertSame(problem, failure.problem());
            assertFalse(secondWasAsked);
        }
    }
}

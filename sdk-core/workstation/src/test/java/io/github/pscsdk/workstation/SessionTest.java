package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ApiRequest READ = ApiRequest.of("GET", "form", "declarations/1?full=true");

    private final AtomicReference<Clock> time = new AtomicReference<>(Clock.fixed(NOW, ZoneOffset.UTC));
    private final MockServerHalf server = new MockServerHalf();
    private PscClient client;
    private AuthenticationSession session;

    SessionTest() throws Exception {}

    @BeforeEach
    void log_in() throws Exception {
        server.answer(
                "GET /v1/session",
                200,
                MockServerHalf.session(MockServerHalf.NATIONAL_ID, "2026-01-01T13:00:00+00:00"));
        client = Fakes.builder(server)
                .authenticator(Fakes.phone("phone"))
                .clock(new MovableClock(time))
                .build();
        session = client.login(LoginRequest.using("phone"));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void locked_it_sends_nothing_and_the_session_lives_on() {
        session.lock();

        assertFalse(session.isActive());
        assertFails(LoginProblem.SESSION_ENDED, session);
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void past_its_time_it_is_not_active_and_sends_nothing() {
        time.set(Clock.offset(time.get(), Duration.ofHours(1)));

        assertFalse(session.isActive());
        assertFails(LoginProblem.SESSION_ENDED, session);
        assertEquals(List.of(), server.seen("GET /send"));
    }

    @Test
    void signing_out_ends_it_at_the_server_half_once_even_after_a_lock() throws Exception {
        session.lock();

        session.signOut();
        session.signOut();

        assertEquals(1, server.seen("DELETE /disconnect").size());
        assertEquals(
                "proxy_session_id=" + MockServerHalf.SESSION,
                server.await("DELETE /disconnect").header("Cookie"));
    }

    @Test
    void a_session_that_is_gone_already_is_signed_out() throws Exception {
        server.answer("DELETE /disconnect", ownError(401, "PSC-006"));

        session.signOut();

        assertFalse(session.isActive());
    }

    @Test
    void a_401_of_the_bare_contract_means_that_the_session_is_gone() throws Exception {
        server.answer("DELETE /disconnect", 401, "{\"code\":\"401\",\"message\":\"no session\",\"metadata\":{}}");

        session.signOut();

        assertFalse(session.isActive());
    }

    @Test
    void signing_out_with_a_refused_application_token_fails() {
        server.answer("DELETE /disconnect", ownError(401, "PSC-062"));

        var failure = assertThrows(PscException.class, session::signOut);

        assertSame(LoginProblem.APPLICATION_REJECTED, failure.problem());
    }

    @Test
    void signing_out_that_fails_closes_this_end_all_the_same_and_may_be_tried_again() throws Exception {
        server.answer("DELETE /disconnect", 503, "");
        assertThrows(PscException.class, session::signOut);
        assertFalse(session.isActive());

        server.answer("DELETE /disconnect", 200, "");
        session.signOut();

        assertEquals(2, server.seen("DELETE /disconnect").size());
    }

    private static java.util.function.Supplier<MockResponse> ownError(int status, String problem) {
        return () -> new MockResponse.Builder()
                .code(status)
                .addHeader("Psc-Proxy-Error", problem)
                .build();
    }

    private static void assertFails(LoginProblem problem, AuthenticationSession session) {
        var failure = assertThrows(PscException.class, () -> session.send(READ));
        assertSame(problem, failure.problem());
    }
}

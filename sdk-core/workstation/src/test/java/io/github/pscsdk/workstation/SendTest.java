package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ApiRequest READ = ApiRequest.of("GET", "form", "declarations/1?full=true");

    private final AtomicReference<Clock> time = new AtomicReference<>(Clock.fixed(NOW, ZoneOffset.UTC));
    private final MockServerHalf server = new MockServerHalf();
    private PscClient client;
    private AuthenticationSession session;

    SendTest() throws Exception {}

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
    void send_goes_through_the_server_half_and_brings_the_backend_s_answer_back_unchanged() throws Exception {
        server.answer("POST /send/form/declarations", 422, "{\"findings\":[]}");

        var answer = session.send(ApiRequest.of("POST", "form", "declarations")
                .withHeader("Idempotency-Key", "k-1")
                .withBody("application/json", "{}".getBytes(StandardCharsets.UTF_8)));

        assertEquals(422, answer.status());
        assertEquals("{\"findings\":[]}", answer.text());
        assertEquals("application/json", answer.contentType());
        var seen = server.await("POST /send/form/declarations");
        assertEquals("k-1", seen.header("Idempotency-Key"));
        assertEquals("application/json", seen.header("Content-Type"));
        assertEquals("{}", seen.body());
        assertEquals("proxy_session_id=" + MockServerHalf.SESSION, seen.header("Cookie"));
        assertEquals("Bearer " + MockServerHalf.APPLICATION_TOKEN, seen.header("Authorization"));
    }

    @Test
    void a_query_goes_along() throws Exception {
        server.answer("GET /send/form/declarations/1?full=true", 200, "{}");

        assertEquals(200, session.send(READ).status());
    }

    @Test
    void a_backend_s_own_401_and_503_are_answers() throws Exception {
        server.answer("GET /send/form", 401, "{\"problem\":\"PSC-006\"}");
        assertEquals(401, session.send(READ).status());

        server.answer("GET /send/form", 503, "");
        assertEquals(503, session.send(READ).status());
        assertTrue(session.isActive());
    }

    @Test
    void the_server_half_s_own_401_ends_the_session() {
        server.answer("GET /send/form", ownError(401, "PSC-006"));

        assertFails(LoginProblem.SESSION_ENDED, session);

        assertFalse(session.isActive());
    }

    @Test
    void the_end_of_the_session_at_PSC_ends_it_here_too() {
        server.answer("GET /send/form", ownError(401, "PSC-015"));

        assertFails(LoginProblem.SESSION_ENDED_AT_PSC, session);

        assertFalse(session.isActive());
    }

    @Test
    void the_server_half_s_own_503_is_a_problem_of_the_api() {
        server.answer("GET /send/form", ownError(503, "PSC-025"));

        assertFails(LoginProblem.API_UNAVAILABLE, session);

        assertTrue(session.isActive());
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        server.answer(
                "GET /send/form",
                () -> new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", server.address() + "elsewhere")
                        .build());

        assertEquals(302, session.send(READ).status());
        assertEquals(List.of(), server.seen("GET /elsewhere"));
    }

    @Test
    void an_answer_without_end_is_given_up() {
        server.answer("GET /send/form", 200, "x".repeat((1 << 20) + 1));

        assertFails(LoginProblem.SERVER_HALF_ANSWER_INVALID, session);
    }

    @Test
    void a_path_never_leaves_its_backend() {
        for (var path : List.of("../../v1/session", "a/%2e%2E/b", "a/..", "..\\x", ".\t./x", "./x")) {
            var request = ApiRequest.of("GET", "form", path);
            assertThrows(IllegalArgumentException.class, () -> session.send(request), path);
        }
        assertThrows(IllegalArgumentException.class, () -> session.send(ApiRequest.of("GET", "..", "x")));
        assertThrows(IllegalArgumentException.class, () -> session.send(ApiRequest.of("GET", "a?b", "x")));
    }

    @Test
    void the_engine_s_own_headers_cannot_be_replaced() {
        for (var name : List.of("Authorization", "cookie", "Host")) {
            var request = READ.withHeader(name, "x");
            assertThrows(IllegalArgumentException.class, () -> session.send(request), name);
        }
        var broken = READ.withHeader("Idempotency-Key", "secret\n");
        var failure = assertThrows(IllegalArgumentException.class, () -> session.send(broken));
        assertFalse(failure.getMessage().contains("secret"));
    }

    @Test
    void an_interrupt_gives_a_call_up() throws Exception {
        server.answer(
                "GET /send/form",
                () -> new MockResponse.Builder()
                        .headersDelay(30, TimeUnit.SECONDS)
                        .build());
        var call = new FutureTask<>(() -> session.send(READ));
        var thread = new Thread(call);
        thread.start();
        server.await("GET /send/form");

        thread.interrupt();

        var failure = assertThrows(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
        assertEquals(InterruptedException.class, failure.getCause().getClass());
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

package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.LoginProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SendTest {
    @AutoClose
    private final OpenSession open = new OpenSession();

    private final MockServerHalf server = open.server;
    private final AuthenticationSession session = open.session;

    SendTest() throws Exception {}

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

        assertEquals(200, session.send(OpenSession.READ).status());
    }

    @Test
    void a_question_has_no_body() {
        var request = OpenSession.READ.withBody("text/plain", new byte[1]);

        assertThrows(IllegalArgumentException.class, () -> session.send(request));
        assertEquals(List.of(), server.seen("GET /send"));
    }

    @Test
    void a_backend_s_own_401_and_503_are_answers() throws Exception {
        server.answer("GET /send/form", 401, "{\"problem\":\"PSC-006\"}");
        assertEquals(401, session.send(OpenSession.READ).status());

        server.answer("GET /send/form", 503, "");
        assertEquals(503, session.send(OpenSession.READ).status());
        assertTrue(session.isActive());
    }

    @Test
    void the_server_half_s_own_401_ends_the_session() {
        server.answer("GET /send/form", MockServerHalf.ownError(401, "PSC-006"));

        assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> session.send(OpenSession.READ)));

        assertFalse(session.isActive());
    }

    @Test
    void the_end_of_the_session_at_PSC_ends_it_here_too() {
        server.answer("GET /send/form", MockServerHalf.ownError(401, "PSC-015"));

        assertSame(LoginProblem.SESSION_ENDED_AT_PSC, problemOf(() -> session.send(OpenSession.READ)));

        assertFalse(session.isActive());
    }

    @Test
    void the_server_half_s_own_503_is_a_problem_of_the_api() {
        server.answer("GET /send/form", MockServerHalf.ownError(503, "PSC-025"));

        assertSame(LoginProblem.API_UNAVAILABLE, problemOf(() -> session.send(OpenSession.READ)));

        assertTrue(session.isActive());
    }

    @Test
    void an_end_that_was_told_is_not_forgotten_over_a_later_failure() throws Exception {
        server.answer("POST /send/form", MockServerHalf.ownError(401, "PSC-006"));
        server.answer("GET /send/form", () -> {
            assertSame(
                    LoginProblem.SESSION_ENDED,
                    problemOf(() -> session.send(ApiRequest.of("POST", "form", "declarations"))));
            return MockServerHalf.ownError(503, "PSC-025").get();
        });
        assertSame(LoginProblem.API_UNAVAILABLE, problemOf(() -> session.send(OpenSession.READ)));

        session.signOut();

        assertEquals(List.of(), server.seen("DELETE"), "nothing is left to end");
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        server.answer(
                "GET /send/form",
                () -> new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", server.address() + "elsewhere")
                        .build());

        assertEquals(302, session.send(OpenSession.READ).status());
        assertEquals(List.of(), server.seen("GET /elsewhere"));
    }

    @Test
    void an_answer_without_end_is_given_up() {
        server.answer("GET /send/form", 200, "x".repeat((1 << 20) + 1));

        assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> session.send(OpenSession.READ)));
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
            var request = OpenSession.READ.withHeader(name, "x");
            assertThrows(IllegalArgumentException.class, () -> session.send(request), name);
        }
        var broken = OpenSession.READ.withHeader("Idempotency-Key", "secret\n");
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
        var call = new FutureTask<>(() -> session.send(OpenSession.READ));
        var thread = new Thread(call);
        thread.start();
        server.await("GET /send/form");

        thread.interrupt();

        var failure = assertThrows(ExecutionException.class, () -> call.get());
        assertEquals(InterruptedException.class, failure.getCause().getClass());
    }

    @Test
    void an_answer_that_comes_when_the_session_is_locked_or_signed_out_is_dropped() throws Exception {
        server.answer("GET /send/form", () -> {
            session.lock();
            return new MockResponse.Builder().body("{}").build();
        });
        assertSame(LoginProblem.SESSION_LOCKED, problemOf(() -> session.send(OpenSession.READ)));

        try (var other = new OpenSession()) {
            other.server.answer("GET /send/form", () -> {
                assertDoesNotThrow(other.session::signOut);
                return new MockResponse.Builder().body("{}").build();
            });
            assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> other.session.send(OpenSession.READ)));
        }
    }
}

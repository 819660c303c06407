package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.workstation.PlainServerHalf.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that was opened by ANS's plain contract. */
class PlainSessionTest {
    @AutoClose
    private final PlainWorkstation at = new PlainWorkstation();

    private final PlainServerHalf server = at.server;
    private final AuthenticationSession session = at.client.login(PlainWorkstation.BY_PHONE);

    PlainSessionTest() throws Exception {}

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void a_call_hops_to_its_backend_with_method_query_headers_body_and_cookie(String method) throws Exception {
        server.backend(request ->
                Reply.of(422, "{\"of\":\"" + request.method() + "\"}").with("X-Of: the backend"));
        var request = ApiRequest.of(method, "form", "declarations/1?full=true").withHeader("Idempotency-Key", "k-1");

        var answer = session.send(method.equals("GET") ? request : request.withBody("text/plain", "é".getBytes(UTF_8)));

        assertEquals(422, answer.status());
        assertEquals("{\"of\":\"" + method + "\"}", answer.text());
        var seen = server.await(method + " /send/form/declarations/1?full=true");
        assertEquals("k-1", seen.headers().get("idempotency-key"));
        assertEquals(method.equals("GET") ? "" : "é", seen.body());
        assertEquals(Optional.of(PlainServerHalf.FIRST_SESSION), seen.session());
    }

    @Test
    void a_dead_session_is_told_by_the_next_call_and_is_over_here_too() {
        server.forgetsSessions();

        assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> session.send(OpenSession.READ)));

        assertSame(State.ENDED, session.state());
    }

    @Test
    void a_401_of_a_backend_is_an_answer() throws Exception {
        for (var body : List.of("", "{\"code\":\"401\"}", "{\"code\":\"E7\",\"message\":\"No.\"}", "<html>")) {
            server.backend(request -> Reply.of(401, body));

            assertEquals(401, session.send(OpenSession.READ).status(), body);
        }
        server.backend(request -> Reply.error(403));
        assertEquals(403, session.send(OpenSession.READ).status());
        assertTrue(session.isActive());
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void an_empty_answer_of_a_gateway_says_that_the_backend_is_away_and_one_with_a_body_is_an_answer(int status)
            throws Exception {
        server.backend(request -> Reply.of(status, ""));
        assertSame(LoginProblem.API_UNAVAILABLE, problemOf(() -> session.send(OpenSession.READ)));

        server.backend(request -> Reply.of(status, "{\"retry\":true}"));
        assertEquals(status, session.send(OpenSession.READ).status());
        assertTrue(session.isActive());
    }

    @Test
    void signing_out_ends_it_at_the_server_half_once() throws Exception {
        session.signOut();
        session.signOut();

        assertEquals(Set.of(), server.sessions());
        assertEquals(
                List.of(Optional.of(PlainServerHalf.FIRST_SESSION)),
                server.seen("DELETE /disconnect").stream()
                        .map(PlainServerHalf.Seen::session)
                        .filter(Optional::isPresent)
                        .toList());
        assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> session.send(OpenSession.READ)));
    }

    @Test
    void signing_out_of_a_session_that_the_server_half_has_forgotten_is_what_was_asked_for() throws Exception {
        server.forgetsSessions();

        session.signOut();

        assertSame(State.ENDED, session.state());
    }

    @Test
    void nobody_asks_a_server_half_that_cannot_tell_when_a_session_ends() throws Exception {
        try (var log = LogLines.open()) {
            at.passes(Duration.ofSeconds(1));
            log.await("the server half cannot tell when its session ends");
        }

        assertEquals(0, server.seen("GET /v1").size());
        assertTrue(session.isActive());
    }

    @Test
    void the_next_login_has_a_session_of_its_own_and_the_former_one_goes_on() throws Exception {
        var other = at.client.login(PlainWorkstation.BY_PHONE);

        other.signOut();

        assertEquals(200, session.send(OpenSession.READ).status());
        assertEquals(Set.of(PlainServerHalf.FIRST_SESSION), server.sessions());
    }
}

package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.internal.json.Documents;
import io.github.pscsdk.workstation.internal.thread.EngineThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingLoginTest {
    private final MockServerHalf server = new MockServerHalf();
    private final EngineThreads threads = new EngineThreads();
    private final List<Duration> pauses = new ArrayList<>();
    private final PendingLogin login = new PendingLogin(
            new Conversation(
                    new Transport(
                            new ServerHalfAddress(server.address()),
                            new ApplicationToken(MockServerHalf.APPLICATION_TOKEN),
                            threads),
                    new Documents()),
            pauses::add,
            "v1/logins/login-1",
            Optional.empty());

    PendingLoginTest() throws Exception {}

    @AfterEach
    void close() {
        threads.close();
        server.close();
    }

    @Test
    void it_asks_again_while_the_login_is_pending_and_never_without_a_pause() throws Exception {
        polls(json(MockServerHalf.PENDING), json(MockServerHalf.PENDING), json(MockServerHalf.DONE));

        login.await();

        assertEquals(List.of(Duration.ofMillis(200), Duration.ofMillis(200)), pauses);
        assertEquals(3, server.seen("GET /v1/logins/login-1?wait=25").size());
    }

    @Test
    void a_gap_in_the_network_does_not_end_it() throws Exception {
        polls(status(502), status(504), hangUp(), json(MockServerHalf.DONE));

        login.await();

        assertEquals(Duration.ofSeconds(1), pauses.get(0));
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void a_server_half_that_stays_away_ends_it() throws Exception {
        server.answer("GET /v1/logins/login-1", 503, "");

        assertEnds(LoginProblem.SERVER_HALF_UNREACHABLE);
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_server_half_that_forgot_it_ends_it() {
        server.answer("GET /v1/logins/login-1", 404, "{\"code\":\"404\"}");

        assertEnds(LoginProblem.LOGIN_NOT_WAITING);
    }

    @Test
    void an_end_that_this_version_does_not_know_is_named_as_such() {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-999\"}");

        assertEnds(LoginProblem.SERVER_HALF_ANSWER_INVALID);
    }

    private void assertEnds(LoginProblem problem) {
        var failure = assertThrows(PscException.class, login::await);
        assertSame(problem, failure.problem());
    }

    private void polls(MockResponse... answers) {
        Queue<MockResponse> queue = new ArrayDeque<>(List.of(answers));
        server.answer("GET /v1/logins/login-1", queue::remove);
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }
}

package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.MockServerHalf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolledLoginTest {
    @AutoClose
    private final FollowedLogin followed = new FollowedLogin();

    private final MockServerHalf server = followed.server();

    PolledLoginTest() throws Exception {}

    @Test
    void it_asks_again_while_the_login_is_pending_and_never_without_a_pause() throws Exception {
        followed.polls(
                FollowedLogin.json(MockServerHalf.PENDING),
                FollowedLogin.json(MockServerHalf.PENDING),
                FollowedLogin.json(MockServerHalf.DONE));

        followed.await();

        assertEquals(
                List.of(Duration.ofMillis(200), Duration.ofMillis(200)),
                followed.time().pauses());
        assertEquals(3, server.seen("GET /v1/logins/login-1?wait=25").size());
    }

    @Test
    void a_gap_of_twenty_seconds_in_the_network_does_not_end_it() throws Exception {
        var end = followed.time().now().plusSeconds(20);
        server.answer(
                "GET /v1/logins/login-1",
                () -> followed.time().now().isBefore(end)
                        ? FollowedLogin.hangUp()
                        : FollowedLogin.json(MockServerHalf.DONE));

        followed.await();

        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void it_grows_patient_in_a_gap_but_looks_every_five_seconds() throws Exception {
        followed.polls(
                FollowedLogin.status(502),
                FollowedLogin.status(504),
                FollowedLogin.status(503),
                FollowedLogin.status(503),
                FollowedLogin.status(503),
                FollowedLogin.json(MockServerHalf.DONE));

        followed.await();

        assertEquals(
                List.of(1, 2, 4, 5, 5),
                followed.time().pauses().stream()
                        .map(pause -> (int) pause.toSeconds())
                        .toList());
    }

    @Test
    void a_proxy_that_stops_is_asked_again_and_so_is_whoever_is_there_then() throws Exception {
        followed.polls(FollowedLogin.stopping(), FollowedLogin.stopping(), FollowedLogin.json(MockServerHalf.DONE));

        followed.await();

        assertEquals(3, server.seen("GET").size());
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void a_server_half_that_stays_away_ends_it_when_the_login_s_time_is_up() throws Exception {
        var deadline = followed.time().now().plus(FollowedLogin.TIMEOUT);
        server.answer("GET /v1/logins/login-1", 503, "");

        assertEnds(LoginProblem.SERVER_HALF_UNREACHABLE);

        assertTrue(followed.time().now().isBefore(deadline));
        assertTrue(followed.time().now().plusSeconds(5).isAfter(deadline.minusMillis(1)));
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_server_half_that_forgot_it_ends_it() {
        server.answer("GET /v1/logins/login-1", 404, "{\"code\":\"404\"}");

        assertEnds(LoginProblem.LOGIN_NOT_WAITING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "FAILED | \"problem\":\"PSC-999\"",
                "UNKNOWN | \"problem\":\"PSC-001\"",
                "UNKNOWN | \"proxy_session_id\":\"session\"",
                "DONE | \"session_state\":\"s-1\"",
                "DONE | \"proxy_session_id\":\"none;of a cookie\"",
                "DONE | \"proxy_session_id\":\"\"",
            })
    void an_end_that_this_version_does_not_know_is_named_as_such(String state, String member) {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"" + state + "\"," + member + "}");

        assertEnds(LoginProblem.SERVER_HALF_ANSWER_INVALID);
    }

    @Test
    void what_the_server_half_says_of_a_failed_login_is_in_the_exception() {
        server.answer("GET /v1/logins/login-1", 200, """
                {"state":"FAILED","problem":"PSC-048","facts":{"level":"eidas1","accepted":"eidas2, eidas3"}}""");

        var failure = assertThrows(PscException.class, followed::await);

        assertSame(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
        assertEquals(Map.of("level", "eidas1", "accepted", "eidas2, eidas3"), failure.facts());
    }

    @Test
    void an_older_server_half_says_no_more_than_the_code() {
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-048\"}");

        var failure = assertThrows(PscException.class, followed::await);

        assertSame(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
        assertEquals(Map.of(), failure.facts());
    }

    @Test
    void facts_are_few_and_short_and_could_not_name_a_person() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> "\"k" + i + "\":\"<i>" + MockServerHalf.NATIONAL_ID + "x".repeat(500) + "\"")
                .collect(Collectors.joining(","));
        server.answer(
                "GET /v1/logins/login-1",
                200,
                "{\"state\":\"FAILED\",\"problem\":\"PSC-048\",\"facts\":{" + many + "}}");

        var facts = assertThrows(PscException.class, followed::await).facts();

        assertEquals(8, facts.size());
        facts.values().forEach(value -> assertTrue(value.length() < 90 && value.startsWith("?i?(number)xx"), value));
    }

    private void assertEnds(LoginProblem problem) {
        var failure = assertThrows(PscException.class, followed::await);
        assertSame(problem, failure.problem());
    }
}

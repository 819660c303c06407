package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Cases of {@code GET /v1/session/end}. */
class SessionEndTest {
    private static final String WAITING = "/v1/session/end?wait=30";
    private static final String AT_ONCE = "/v1/session/end";

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final Bench bench = Bench.at(clock, proxy -> proxy.metrics().stopWithin(Duration.ZERO));

    /** The answer to whoever waits for the end of a session: at a sweep. */
    private Answer told(CompletableFuture<Answer> waiting) {
        return bench.whileTimePasses(List.of(waiting)).get(0);
    }

    private void awaitWaiting() {
        Await.until(
                "a caller waits",
                () -> bench.operator()
                        .get("/metrics")
                        .text()
                        .lines()
                        .anyMatch("psc_proxy_sessions_awaited 1.0"::equals));
    }

    @Test
    void while_the_session_goes_on_its_limits_are_told() throws Exception {
        var calls = bench.loggedIn();

        var answer = calls.get(AT_ONCE);

        assertEquals(200, answer.status());
        assertEquals(calls.get("/v1/session").json("/expiresAt"), answer.json("/expiresAt"));
        assertEquals("1800", answer.json("/idleSeconds"));
    }

    @Test
    void whoever_waits_is_told_that_pro_sante_connect_has_ended_the_session() throws Exception {
        var waiting = bench.loggedIn().callLater("GET", WAITING, "");

        bench.simulator.endSessions();
        Await.until("the proxy was told", () -> !bench.simulator.logoutNotices().isEmpty());

        var answer = told(waiting);
        assertEquals(401, answer.status());
        assertEquals("PSC-015", answer.json("/problem"));
    }

    @Test
    void whoever_waits_is_told_that_the_person_has_logged_out_elsewhere() throws Exception {
        var calls = bench.loggedIn();
        var waiting = calls.callLater("GET", WAITING, "");

        calls.disconnect();

        assertEquals("PSC-006", told(waiting).json("/problem"));
    }

    @Test
    void to_wait_keeps_nobody_logged_in() throws Exception {
        var calls = bench.loggedIn();
        var afterTheIdleLimit = clock.instant().plus(Duration.ofMinutes(31));
        clock.advance(Duration.ofMinutes(10));

        var waiting = calls.callLater("GET", WAITING, "");
        awaitWaiting();
        clock.advance(Duration.ofMinutes(1));
        // Time runs while the answer is on its way: on a busy machine for minutes, and nineteen are left.
        assertEquals(200, told(waiting).status());
        clock.advance(Duration.between(clock.instant(), afterTheIdleLimit));

        assertEquals(401, calls.get(AT_ONCE).status());
    }

    /** Those of refreshes and of polls, as the proxy counts them. */
    private int answeredTokenRequests() throws Exception {
        return bench.operator()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("psc_calls_seconds_count")
                        && (line.contains("endpoint=\"token\"") || line.contains("endpoint=\"poll\"")))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void at_the_latest_moment_it_ends_whatever_the_activity() throws Exception {
        // Without a refresh token of its own.
        bench.simulator.turn("api-response", "RFC_8693");
        var calls = bench.loggedIn();
        for (var minutes = 0; minutes < 235; minutes += 5) {
            assertEquals(200, calls.get("/send/form/activity").status());
            // Activity may begin a refresh, whose ID token has to be looked at before it expires.
            Await.until(
                    "no refresh is under way", () -> answeredTokenRequests() == bench.simulator.count(Endpoint.TOKEN));
            clock.advance(Duration.ofMinutes(1));
            assertEquals(200, calls.get(AT_ONCE).status());
            clock.advance(Duration.ofMinutes(4));
        }
        clock.advance(Duration.ofMinutes(5).minusSeconds(10));
        var waiting = calls.callLater("GET", WAITING, "");
        awaitWaiting();

        clock.advance(Duration.ofSeconds(10));

        assertEquals(401, told(waiting).status());
    }

    @Test
    void one_caller_waits_for_each_session_and_a_proxy_that_stops_answers_that_one() throws Exception {
        var calls = bench.loggedIn();
        var one = calls.callLater("GET", WAITING, "");
        var other = calls.callLater("GET", WAITING, "");

        Await.outcome("one of both is answered", CompletableFuture.anyOf(one, other));
        var former = one.isDone() ? one : other;
        var next = former == one ? other : one;
        assertEquals(200, former.join().status());
        assertFalse(next.isDone());

        bench.proxy.close();
        assertEquals(200, bench.answered(next).status());
    }

    @Test
    void nobody_waits_for_no_session_or_for_ever() throws Exception {
        assertEquals("PSC-006", bench.calls().get(WAITING).json("/problem"));
        assertEquals("PSC-006", bench.calls().withCookie("x").get(WAITING).json("/problem"));
        assertEquals(401, bench.anybody().get(WAITING).status());
        assertEquals(400, bench.loggedIn().get("/v1/session/end?wait=31").status());
    }
}

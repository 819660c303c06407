package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.FragilePendingStore.Call;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A node holds a back-channel login for as long as it is about to poll for it, or completes what PSC has granted; whoever takes one over keeps to what PSC has asked for. */
class HeldLoginsTest {
    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    HeldLoginsTest() throws IOException {}

    private static MockResponse awayFor(int seconds) {
        return new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", Integer.toString(seconds))
                .build();
    }

    private void assertNobodyElsePolls(int polls) throws Exception {
        var looks = nodes.wayOfSecond.count(Call.CLAIM_DUE);
        Eventually.holds(() -> nodes.wayOfSecond.count(Call.CLAIM_DUE) > looks + 1);
        Thread.sleep(500);
        assertEquals(polls, nodes.polls());
    }

    private void prolonged() {
        var held = nodes.wayOfFirst.count(Call.RESCHEDULE);
        Eventually.holds(() -> nodes.wayOfFirst.count(Call.RESCHEDULE) > held);
    }

    @Test
    void what_psc_has_granted_is_held_for_as_long_as_it_takes_to_complete_it() throws Exception {
        var hold = nodes.psc.holdNext("/userinfo");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        Eventually.holds(() -> nodes.psc.count("/userinfo") == 1);
        nodes.clock.forward(Duration.ofSeconds(11));
        prolonged();
        nodes.clock.forward(Duration.ofSeconds(17));
        assertNobodyElsePolls(1);

        hold.complete(null);

        assertEquals(Lab.outcome(login), Lab.outcome(nodes.elsewhere(login)));
    }

    @Test
    void stores_that_were_away_for_longer_than_a_lease_cost_nobody_what_psc_has_granted() throws Exception {
        var hold = nodes.psc.holdNext("/userinfo");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        Eventually.holds(() -> nodes.psc.count("/userinfo") == 1);
        nodes.wayOfFirst.cut();
        nodes.sessionsOfFirst.cut();
        hold.complete(null);
        nodes.clock.forward(Duration.ofSeconds(30));
        var rescheduled = nodes.wayOfSecond.count(Call.RESCHEDULE);
        Eventually.holds(() -> nodes.polls() == 2);
        Eventually.holds(() -> nodes.wayOfSecond.count(Call.RESCHEDULE) >= rescheduled + 2);
        assertNobodyElsePolls(2);

        nodes.wayOfFirst.mend();
        nodes.sessionsOfFirst.mend();

        var session = Lab.outcome(login);
        assertEquals(session, Lab.outcome(elsewhere));
        assertEquals(session, nodes.second.requireSession(session.id()));
        assertEquals(0, nodes.psc.count("/logout"));
    }

    @Test
    void a_node_that_psc_has_answered_and_that_never_says_so_ends_the_login_without_another_poll() throws Exception {
        nodes.psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}"));
        nodes.wayOfFirst.failNext(Call.RESCHEDULE, Integer.MAX_VALUE);
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.cut();
        nodes.clock.forward(TwoNodes.UNTIL_LEFT);
        Eventually.holds(() -> nodes.wayOfSecond.count(Call.RESCHEDULE) == 2);

        nodes.clock.forward(Duration.ofSeconds(11));

        assertEquals(LoginProblem.INTERRUPTED, TwoNodes.failureOf(elsewhere));
        assertEquals(1, nodes.polls());
    }

    @Test
    void a_store_that_is_silent_at_the_deadline_is_not_told_as_an_answer_that_psc_owes() throws Exception {
        nodes.psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":2,\"interval\":1}");
        var hold = nodes.wayOfFirst.holdNext(Call.RESCHEDULE);
        var login = nodes.begun();

        assertEquals(LoginProblem.STORE_UNAVAILABLE, TwoNodes.failureOf(login));
        assertEquals(0, nodes.polls());
        hold.complete(null);
    }

    @Test
    void while_psc_is_away_nobody_else_polls_before_the_time_that_it_has_named() throws Exception {
        nodes.psc.answer("/token", awayFor(60));
        nodes.begun();
        Eventually.holds(() -> nodes.wayOfFirst.count(Call.RESCHEDULE) == 2);
        nodes.wayOfFirst.cut();

        nodes.clock.forward(Duration.ofSeconds(75));
        assertNobodyElsePolls(1);

        nodes.clock.forward(Duration.ofSeconds(6));
        Eventually.holds(() -> nodes.polls() == 2);
    }

    @Test
    void a_node_that_closes_while_psc_is_away_has_nobody_else_poll_at_once() throws Exception {
        nodes.psc.answer("/token", awayFor(30));
        nodes.begun();
        Eventually.holds(() -> nodes.wayOfFirst.count(Call.RESCHEDULE) == 2);

        nodes.first.close();

        assertNobodyElsePolls(1);
        nodes.clock.forward(Duration.ofSeconds(31));
        Eventually.holds(() -> nodes.polls() == 2);
    }

    @Test
    void whoever_goes_on_with_a_login_polls_as_seldom_as_psc_has_asked_for() throws Exception {
        nodes.psc.answerNext("/token", HandMadePsc.json(400, "{\"error\":\"slow_down\"}"));
        nodes.begun();
        Eventually.holds(() -> nodes.wayOfFirst.count(Call.RESCHEDULE) == 2);
        nodes.wayOfFirst.cut();
        nodes.clock.forward(TwoNodes.UNTIL_LEFT.plusSeconds(5));
        Eventually.holds(() -> nodes.polls() == 2);

        Thread.sleep(3_000);

        assertEquals(2, nodes.polls(), "an interval of one second has become six");
        assertTrue(nodes.wayOfSecond.count(Call.RESCHEDULE) == 1);
    }
}

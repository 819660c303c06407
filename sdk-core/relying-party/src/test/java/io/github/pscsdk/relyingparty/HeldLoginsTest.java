package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.FaultyStore.Step;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A node holds a back-channel login for as long as it is about to poll for it, or completes what PSC has granted; whoever takes one over keeps to what PSC has asked for. */
class HeldLoginsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    HeldLoginsTest() throws IOException {}

    private static MockResponse awayFor(int seconds) {
        return new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", Integer.toString(seconds))
                .build();
    }

    @Test
    void what_psc_has_granted_is_held_for_as_long_as_it_takes_to_complete_it() throws Exception {
        var hold = nodes.psc.holdNext("/userinfo");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        nodes.time.pass(INTERVAL);
        assertEquals(1, nodes.psc.count("/userinfo"));
        nodes.time.pass(Duration.ofSeconds(30));
        assertEquals(1, nodes.polls());

        hold.complete(null);

        assertEquals(nodes.outcome(login), nodes.outcome(nodes.elsewhere(login)));
    }

    /** As when its server dies and another one takes over: calls wait, and none fails. */
    @Test
    void a_store_that_answers_once_a_lease_has_run_out_gives_nobody_the_login_of_a_node_that_lives() throws Exception {
        nodes.psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":120,\"interval\":20}");
        var login = nodes.begun();
        nodes.time.pass(Duration.ofSeconds(1));
        var sign = nodes.wayOfFirst.hold(Step.RESCHEDULE, "");
        var ownLook = nodes.wayOfFirst.hold(Step.CLAIM_DUE, "");
        var look = nodes.wayOfSecond.hold(Step.CLAIM_DUE, "");
        nodes.time.pass(Duration.ofMillis(4500));
        look.goOn();
        nodes.time.settle();
        sign.goOn();
        ownLook.goOn();
        nodes.time.pass(Duration.ofSeconds(6));

        assertEquals(0, nodes.wayOfSecond.done(Step.RESCHEDULE, ""), "the other node does not go on with it");
        nodes.psc.grantOnce();
        nodes.time.pass(Duration.ofSeconds(20));
        assertEquals(nodes.outcome(login), nodes.outcome(nodes.elsewhere(login)));
        assertEquals(1, nodes.polls());
    }

    @Test
    void a_poll_that_psc_answers_late_is_sent_by_nobody_else() throws Exception {
        var hold = nodes.psc.holdNext("/token");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        nodes.time.pass(Duration.ofSeconds(9));
        assertEquals(1, nodes.polls());

        hold.complete(null);

        assertEquals(nodes.outcome(login), nodes.outcome(nodes.elsewhere(login)));
    }

    @Test
    void between_two_polls_that_are_far_apart_a_login_is_held_and_whoever_takes_it_over_waits_as_long()
            throws Exception {
        nodes.psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":120,\"interval\":20}");
        nodes.begun();
        nodes.time.pass(Duration.ofSeconds(21));
        assertEquals(1, nodes.polls());
        assertEquals(0, nodes.wayOfSecond.done(Step.RESCHEDULE, ""), "the first one holds it");
        nodes.wayOfFirst.cut();

        nodes.time.pass(Duration.ofSeconds(18));
        assertEquals(1, nodes.polls());

        nodes.time.pass(Duration.ofSeconds(2));
        assertEquals(2, nodes.polls());
    }

    @Test
    void after_a_store_was_away_for_longer_than_a_lease_each_node_goes_on_with_its_own() throws Exception {
        var login = nodes.begun();
        nodes.time.pass(INTERVAL);
        nodes.wayOfFirst.cut();
        nodes.wayOfSecond.cut();
        nodes.time.pass(Duration.ofSeconds(20));

        nodes.wayOfSecond.mend();
        nodes.time.pass(Duration.ofSeconds(2));
        nodes.wayOfFirst.mend();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);

        assertEquals(0, nodes.wayOfSecond.done(Step.RESCHEDULE, ""), "nothing was taken over");
        nodes.psc.grantOnce();
        assertEquals(Lab.PHARMACIST, nodes.outcome(login).professional().nationalId());
    }

    @Test
    void stores_that_were_away_for_longer_than_a_lease_cost_nobody_what_psc_has_granted() throws Exception {
        var hold = nodes.psc.holdNext("/userinfo");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.time.pass(INTERVAL);
        assertEquals(1, nodes.psc.count("/userinfo"));
        nodes.wayOfFirst.cut();
        nodes.wayOfFirst.cut();
        nodes.time.pass(Duration.ofSeconds(2));
        hold.complete(null);
        nodes.time.pass(Duration.ofSeconds(4));
        assertEquals(2, nodes.polls(), "the other node has taken it over, and PSC takes it no more");

        nodes.wayOfFirst.mend();
        nodes.wayOfFirst.mend();

        var session = nodes.outcome(login);
        assertEquals(session, nodes.outcome(elsewhere));
        assertEquals(session, Stages.await(nodes.second.requireSession(session.id())));
        assertEquals(0, nodes.psc.count("/logout"));
    }

    @Test
    void a_node_that_psc_has_answered_and_that_never_says_so_ends_the_login_without_another_poll() throws Exception {
        nodes.psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}"));
        nodes.wayOfFirst.fail(Step.RESCHEDULE, "", Integer.MAX_VALUE);
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.cut();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        assertEquals(2, nodes.wayOfSecond.done(Step.RESCHEDULE, ""), "before the poll and after it");

        nodes.time.pass(TwoNodes.UNTIL_LEFT);

        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(elsewhere));
        assertEquals(1, nodes.polls());
    }

    @Test
    void a_store_that_is_silent_at_the_deadline_is_not_told_as_an_answer_that_psc_owes() throws Exception {
        nodes.psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":2,\"interval\":1}");
        var hold = nodes.wayOfFirst.hold(Step.RESCHEDULE, "");
        var login = nodes.begun();

        assertEquals(LoginProblem.STORE_UNAVAILABLE, nodes.failureOf(login));
        assertEquals(0, nodes.polls());
        hold.goOn();
    }

    @Test
    void while_psc_is_away_nobody_else_polls_before_the_time_that_it_has_named() throws Exception {
        nodes.psc.answer("/token", awayFor(30));
        nodes.begun();
        nodes.time.pass(INTERVAL);
        assertEquals(2, nodes.wayOfFirst.done(Step.RESCHEDULE, ""), "before the poll and after it");
        nodes.wayOfFirst.cut();

        nodes.time.pass(Duration.ofSeconds(29));
        assertEquals(1, nodes.polls());

        nodes.time.pass(Duration.ofSeconds(2));
        assertEquals(2, nodes.polls());
    }

    @Test
    void a_node_that_closes_while_psc_is_away_has_nobody_else_poll_at_once() throws Exception {
        nodes.psc.answer("/token", awayFor(30));
        nodes.begun();
        nodes.time.pass(INTERVAL);
        assertEquals(2, nodes.wayOfFirst.done(Step.RESCHEDULE, ""), "before the poll and after it");

        nodes.first.close();

        nodes.time.pass(Duration.ofSeconds(29));
        assertEquals(1, nodes.polls());
        nodes.time.pass(Duration.ofSeconds(2));
        assertEquals(2, nodes.polls());
    }

    @Test
    void whoever_goes_on_with_a_login_polls_as_seldom_as_psc_has_asked_for() throws Exception {
        nodes.psc.answerNext("/token", HandMadePsc.json(400, "{\"error\":\"slow_down\"}"));
        nodes.begun();
        nodes.time.pass(INTERVAL);
        assertEquals(2, nodes.wayOfFirst.done(Step.RESCHEDULE, ""), "before the poll and after it");
        nodes.wayOfFirst.cut();
        // An interval of one second has become six.
        nodes.time.pass(Duration.ofSeconds(5));
        assertEquals(1, nodes.polls());
        nodes.time.pass(Duration.ofSeconds(2));
        assertEquals(2, nodes.polls());

        nodes.time.pass(Duration.ofSeconds(4));
        assertEquals(2, nodes.polls());

        nodes.time.pass(Duration.ofSeconds(2));
        assertEquals(3, nodes.polls());
    }
}

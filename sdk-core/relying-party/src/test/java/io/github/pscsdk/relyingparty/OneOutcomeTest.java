package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FaultyStore.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A back-channel login of two nodes has one outcome, on both, and no session is left that nobody was given. */
class OneOutcomeTest {
    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    OneOutcomeTest() throws IOException {}

    private void assertNothingIsLeft() {
        nodes.time.settle();
        assertEquals(1, nodes.psc.count("/logout"));
        assertEquals(List.of(), nodes.sessions.sessions());
    }

    @Test
    void a_store_that_is_away_when_a_login_ends_learns_its_session_a_little_later() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.fail(Step.FINISH, "", 2);

        nodes.psc.grantOnce();

        var session = nodes.outcome(login);
        assertEquals(session, nodes.outcome(elsewhere));
        assertEquals(session, Stages.await(nodes.second.requireSession(session.id())));
        assertEquals(0, nodes.psc.count("/logout"));
    }

    @Test
    void an_outcome_that_was_written_and_not_acknowledged_counts() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.loseAnswer(Step.FINISH, "");

        nodes.psc.grantOnce();

        assertEquals(nodes.outcome(login), nodes.outcome(elsewhere));
        assertEquals(0, nodes.psc.count("/logout"));
    }

    @Test
    void a_store_that_stays_away_when_a_login_ends_has_it_begin_again_and_leaves_no_session() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.fail(Step.FINISH, "", 20);

        nodes.psc.grantOnce();

        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(login));
        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(elsewhere));
        assertNothingIsLeft();
    }

    @Test
    void a_refusal_that_the_store_takes_late_is_told_as_one_everywhere() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.fail(Step.FINISH, "", 15);
        nodes.psc.answerNext("/token", HandMadePsc.json(400, "{\"error\":\"access_denied\"}"));
        nodes.psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}"));

        assertEquals(LoginProblem.REFUSED, nodes.failureOf(login));
        assertEquals(LoginProblem.REFUSED, nodes.failureOf(elsewhere));
        assertEquals(1, nodes.polls());
    }

    @Test
    void a_login_that_is_cancelled_on_one_node_while_the_other_gets_the_tokens_leaves_no_session() throws Exception {
        var hold = nodes.psc.holdNext("/userinfo");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        nodes.time.pass(Duration.ofSeconds(1));
        assertEquals(1, nodes.psc.count("/userinfo"));
        nodes.elsewhere(login).cancel();
        nodes.time.settle();
        assertEquals(1, nodes.wayOfSecond.done(Step.FINISH, ""));

        hold.complete(null);

        assertThrows(CancellationException.class, () -> nodes.outcome(login));
        assertNothingIsLeft();
    }

    @Test
    void a_login_that_is_cancelled_before_its_node_sees_that_it_has_ended_elsewhere_ends_as_it_did() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        var look = nodes.wayOfSecond.hold(Step.FIND, "psc/login/");
        nodes.psc.grantOnce();
        var session = nodes.outcome(login);

        elsewhere.cancel();
        nodes.time.settle();
        look.goOn();

        assertEquals(session, nodes.outcome(elsewhere));
        assertEquals(session, Stages.await(nodes.second.requireSession(session.id())));
    }

    @Test
    void a_cancellation_that_the_store_does_not_take_is_not_said_to_be_one() throws Exception {
        var elsewhere = nodes.elsewhere(nodes.begun());
        nodes.wayOfSecond.fail(Step.FINISH, "");

        elsewhere.cancel();

        assertEquals(LoginProblem.STORE_UNAVAILABLE, nodes.failureOf(elsewhere));
    }

    @Test
    void a_cancellation_on_the_node_that_lost_the_login_reaches_the_one_that_polls() throws Exception {
        var login = nodes.begun();
        nodes.wayOfFirst.cut();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        nodes.wayOfFirst.mend();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        var polls = nodes.polls();

        login.cancel();

        assertThrows(CancellationException.class, () -> nodes.outcome(login));
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        assertTrue(nodes.polls() <= polls + 1, "one that was under way");
    }

    @Test
    void a_node_that_lost_the_login_waits_beyond_the_deadline_for_the_one_that_polls() throws Exception {
        var login = nodes.begun();
        nodes.wayOfFirst.cut();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        nodes.wayOfFirst.mend();
        nodes.time.pass(Duration.ofSeconds(110));
        nodes.wayOfSecond.fail(Step.FINISH, "", 15);
        nodes.psc.answerNext("/token", HandMadePsc.json(400, "{\"error\":\"access_denied\"}"));

        nodes.time.pass(Duration.ofSeconds(10));

        assertEquals(LoginProblem.REFUSED, nodes.failureOf(login));
    }

    @Test
    void a_cancellation_reaches_a_store_that_is_away_at_first() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfSecond.fail(Step.FINISH, "", 2);

        elsewhere.cancel();

        assertThrows(CancellationException.class, () -> nodes.outcome(login));
    }

    @Test
    void a_login_that_the_store_has_taken_without_saying_so_is_polled_for_by_nobody() throws Exception {
        nodes.wayOfFirst.loseAnswer(Step.ADD, "");

        assertEquals(LoginProblem.STORE_UNAVAILABLE, failureOfBegin());

        nodes.time.settle();
        assertEquals(1, nodes.wayOfFirst.done(Step.FINISH, ""));
        assertNobodyGoesOn();
    }

    @Test
    void a_login_that_the_store_takes_after_its_caller_was_told_that_it_does_not_is_polled_for_by_nobody()
            throws Exception {
        var hold = nodes.wayOfFirst.hold(Step.ADD, "");

        assertEquals(LoginProblem.STORE_UNAVAILABLE, failureOfBegin());

        nodes.time.settle();
        assertEquals(1, nodes.wayOfFirst.done(Step.PUT, "psc/login/"), "its place is taken");
        hold.goOn();
        nodes.time.settle();
        assertEquals(1, nodes.wayOfFirst.done(Step.ADD, ""));
        assertNobodyGoesOn();
    }

    private LoginProblem failureOfBegin() {
        return (LoginProblem) assertThrows(PscException.class, () -> nodes.time.outcome(nodes.begins()))
                .problem();
    }

    private void assertNobodyGoesOn() {
        nodes.psc.grantOnce();
        nodes.time.pass(TwoNodes.UNTIL_LEFT.multipliedBy(2));
        assertEquals(0, nodes.polls());
        assertTrue(nodes.sessions.sessions().isEmpty());
    }
}

package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FragilePendingStore.Call;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A back-channel login of two nodes has one outcome, on both, and no session is left that nobody was given. */
class OneOutcomeTest {
    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    OneOutcomeTest() throws IOException {}

    private void assertNothingIsLeft() {
        Eventually.holds(() -> nodes.psc.count("/logout") == 1);
        Eventually.holds(() -> nodes.sessions.sessions().isEmpty());
    }

    @Test
    void a_store_that_is_away_when_a_login_ends_learns_its_session_a_little_later() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.failNext(Call.FINISH, 2);

        nodes.psc.grantOnce();

        var session = Lab.outcome(login);
        assertEquals(session, Lab.outcome(elsewhere));
        assertEquals(session, nodes.second.requireSession(session.id()));
        assertEquals(0, nodes.psc.count("/logout"));
    }

    @Test
    void an_outcome_that_was_written_and_not_acknowledged_counts() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.loseNextAnswer(Call.FINISH);

        nodes.psc.grantOnce();

        assertEquals(Lab.outcome(login), Lab.outcome(elsewhere));
        assertEquals(0, nodes.psc.count("/logout"));
    }

    @Test
    void a_store_that_stays_away_when_a_login_ends_has_it_begin_again_and_leaves_no_session() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfFirst.failNext(Call.FINISH, 20);

        nodes.psc.grantOnce();

        assertEquals(LoginProblem.INTERRUPTED, TwoNodes.failureOf(login));
        assertEquals(LoginProblem.INTERRUPTED, TwoNodes.failureOf(elsewhere));
        assertNothingIsLeft();
    }

    @Test
    void a_login_that_is_cancelled_on_one_node_while_the_other_gets_the_tokens_leaves_no_session() throws Exception {
        var hold = nodes.psc.holdNext("/userinfo");
        nodes.psc.grantOnce();
        var login = nodes.begun();
        Eventually.holds(() -> nodes.psc.count("/userinfo") == 1);
        nodes.elsewhere(login).cancel();
        Eventually.holds(() -> nodes.wayOfSecond.count(Call.FINISH) == 1);

        hold.complete(null);

        assertThrows(CancellationException.class, () -> Lab.outcome(login));
        assertNothingIsLeft();
    }

    @Test
    void a_cancellation_reaches_a_store_that_is_away_at_first() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        nodes.wayOfSecond.failNext(Call.FINISH, 2);

        elsewhere.cancel();

        assertThrows(CancellationException.class, () -> Lab.outcome(login));
    }

    @Test
    void a_login_that_the_store_has_taken_without_saying_so_is_polled_for_by_nobody() throws Exception {
        nodes.wayOfFirst.loseNextAnswer(Call.ADD);

        assertEquals(LoginProblem.STORE_UNAVAILABLE, failureOfBegin());

        Eventually.holds(() -> nodes.wayOfFirst.count(Call.FINISH) == 1);
        assertNobodyGoesOn();
    }

    @Test
    void a_login_that_the_store_takes_after_its_caller_was_told_that_it_does_not_is_polled_for_by_nobody()
            throws Exception {
        var hold = nodes.wayOfFirst.holdNext(Call.ADD);

        assertEquals(LoginProblem.STORE_UNAVAILABLE, failureOfBegin());

        Eventually.holds(() -> nodes.wayOfFirst.count(Call.FINISH) == 1);
        hold.complete(null);
        Eventually.holds(() -> nodes.wayOfFirst.count(Call.ADD) == 2);
        assertNobodyGoesOn();
    }

    private LoginProblem failureOfBegin() {
        return (LoginProblem) assertThrows(PscException.class, nodes::begun).problem();
    }

    private void assertNobodyGoesOn() throws Exception {
        nodes.psc.grantOnce();
        nodes.clock.forward(TwoNodes.UNTIL_LEFT);
        var looks = nodes.wayOfSecond.count(Call.CLAIM_DUE);
        Eventually.holds(() -> nodes.wayOfSecond.count(Call.CLAIM_DUE) > looks + 1);
        Thread.sleep(500);
        assertEquals(0, nodes.polls());
        assertTrue(nodes.sessions.sessions().isEmpty());
    }
}

package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FaultyStore.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Back-channel logins of two nodes that share their stores: what one begins, the other may see to its end. */
class LoginsByNodesTest {
    private static final String PENDING = "{\"error\":\"authorization_pending\"}";
    private static final String DEAD = "{\"error\":\"invalid_grant\"}";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @AutoClose
    private final TwoNodes nodes = new TwoNodes();

    private final HandMadePsc psc = nodes.psc;
    private final RelyingParty first = nodes.first;
    private final RelyingParty second = nodes.second;
    private final FaultyStore way = nodes.wayOfFirst;

    LoginsByNodesTest() throws IOException {}

    private void thePersonConfirms() {
        psc.tokens(claims -> {});
    }

    @Test
    void whoever_waits_on_another_node_learns_how_it_ends() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        assertEquals(login.deadline(), elsewhere.deadline());

        thePersonConfirms();

        var session = nodes.outcome(login);
        assertEquals(session, nodes.outcome(elsewhere));
        assertEquals(session, await(second.requireSession(session.id())));
        assertEquals(session, nodes.outcome(nodes.elsewhere(login)), "who comes later, too");
    }

    @Test
    void a_refusal_is_told_on_all_nodes() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);

        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"access_denied\"}"));

        assertEquals(LoginProblem.REFUSED, nodes.failureOf(login));
        assertEquals(LoginProblem.REFUSED, nodes.failureOf(elsewhere));
    }

    @Test
    void a_login_of_a_node_that_died_goes_on_elsewhere() throws Exception {
        var login = nodes.begun();
        nodes.time.pass(INTERVAL);
        assertEquals(1, nodes.polls());
        way.cut();
        var elsewhere = nodes.elsewhere(login);
        nodes.time.pass(Duration.ofSeconds(3));
        assertEquals(1, nodes.polls(), "nobody polls for it within the lease");
        nodes.time.pass(Duration.ofSeconds(2));
        assertTrue(nodes.polls() > 1, "and then another one does");

        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, nodes.outcome(elsewhere).professional().nationalId());
    }

    @Test
    void a_node_that_closes_leaves_its_logins_to_the_others_at_once() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        first.close();
        assertThrows(CancellationException.class, () -> nodes.outcome(login));

        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, nodes.outcome(elsewhere).professional().nationalId());
    }

    @Test
    void a_node_that_died_between_the_grant_and_its_store_ends_the_login_with_a_reason() throws Exception {
        var login = nodes.begun();
        nodes.time.pass(INTERVAL);
        assertEquals(1, nodes.polls());
        way.cut();
        var elsewhere = nodes.elsewhere(login);

        psc.answer("/token", HandMadePsc.json(400, DEAD));
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        assertEquals(2, nodes.polls());
        assertFalse(
                elsewhere.outcome().toCompletableFuture().isDone(),
                "the node that may have got the tokens has some time to say so");

        assertEquals(LoginProblem.INTERRUPTED, nodes.failureOf(elsewhere));
        assertTrue(psc.time.clock.instant().isBefore(elsewhere.deadline()), "nobody waits until the deadline");
    }

    @Test
    void a_login_is_cancelled_on_any_node_and_polled_for_on_none() throws Exception {
        var login = nodes.begun();
        var elsewhere = nodes.elsewhere(login);
        elsewhere.cancel();

        assertThrows(CancellationException.class, () -> nodes.outcome(elsewhere));
        assertThrows(CancellationException.class, () -> nodes.outcome(login));
        var polls = nodes.polls();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        assertEquals(polls, nodes.polls());
    }

    @Test
    void a_login_that_is_cancelled_elsewhere_ends_long_before_its_next_poll() throws Exception {
        psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":120,\"interval\":30}");
        var login = nodes.begun();
        nodes.elsewhere(login).cancel();

        nodes.time.pass(Duration.ofSeconds(4));

        assertTrue(login.outcome().toCompletableFuture().isDone());
        assertEquals(0, nodes.polls());
    }

    @Test
    void a_node_that_was_away_for_longer_than_its_lease_learns_how_its_login_ended() throws Exception {
        var login = nodes.begun();
        way.cut();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        var polls = nodes.polls();
        assertTrue(polls > 0, "the other node polls");

        way.mend();
        nodes.time.pass(Duration.ofSeconds(10));
        assertEquals(polls + 10, nodes.polls(), "one of them polls");
        assertFalse(login.outcome().toCompletableFuture().isDone());
        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, nodes.outcome(login).professional().nationalId());
    }

    @Test
    void a_node_that_has_lost_its_login_to_another_one_still_cancels_it_for_both() throws Exception {
        var login = nodes.begun();
        way.cut();
        nodes.time.pass(TwoNodes.UNTIL_LEFT);
        way.mend();
        nodes.time.pass(Duration.ofSeconds(10));

        login.cancel();
        nodes.time.pass(INTERVAL);

        var polls = nodes.polls();
        nodes.time.pass(Duration.ofSeconds(10));
        assertEquals(polls, nodes.polls(), "nobody polls");
        assertThrows(CancellationException.class, () -> nodes.outcome(login));
    }

    @Test
    void a_login_that_waits_here_alone_is_unknown_elsewhere_and_needs_no_store_while_it_waits() throws Exception {
        var login = await(
                first.beginBackchannelLoginHere(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        var failure = assertThrows(PscException.class, () -> await(second.backchannelLogin(login.id())));
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
        nodes.time.pass(INTERVAL);
        assertEquals(1, nodes.polls());

        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, nodes.outcome(login).professional().nationalId());
        for (var step : List.of(Step.ADD, Step.RESCHEDULE, Step.FINISH)) {
            assertEquals(0, way.done(step, ""), step::name);
        }
    }

    @Test
    void a_login_of_nobody_is_unknown() {
        var failure = assertThrows(PscException.class, () -> await(second.backchannelLogin("x".repeat(40))));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
    }

    @Test
    void a_store_that_is_away_for_a_while_loses_no_login() throws Exception {
        var login = nodes.begun();
        way.cut();
        nodes.time.pass(Duration.ofSeconds(3));
        assertFalse(login.outcome().toCompletableFuture().isDone());

        way.mend();
        thePersonConfirms();

        assertTrue(nodes.outcome(login).expiresAt().isAfter(nodes.clock.instant()));
    }
}

package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FragilePendingStore.Call;
import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.SessionStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Back-channel logins of two nodes that share their stores: what one begins, the other may see to its end. */
class LoginsByNodesTest {
    private static final String PENDING = "{\"error\":\"authorization_pending\"}";
    private static final String DEAD = "{\"error\":\"invalid_grant\"}";
    /** An interval and a lease. */
    private static final Duration UNTIL_LEFT = Duration.ofSeconds(22);

    private final AdjustableClock clock = new AdjustableClock();
    private final SessionStore sessions = SessionStore.inMemory(clock);
    private final PendingStore pending = PendingStore.inMemory(clock);

    @AutoClose
    private final HandMadePsc psc = new HandMadePsc();

    private final FragilePendingStore way = new FragilePendingStore(pending);

    private final FragilePendingStore wayOfSecond = new FragilePendingStore(pending);

    @AutoClose
    private final RelyingParty first = node(way);

    @AutoClose
    private final RelyingParty second = node(wayOfSecond);

    LoginsByNodesTest() throws IOException {}

    private RelyingParty node(FragilePendingStore own) {
        return psc.party()
                .sessionStore(new FragileStore(sessions))
                .pendingStore(own)
                .clock(clock)
                .withoutProlonging()
                .build();
    }

    private BackchannelLogin begun() throws Exception {
        return await(
                first.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
    }

    private void nobodyAnswers() {
        psc.answer("/token", HandMadePsc.json(400, PENDING));
    }

    private void thePersonConfirms() {
        psc.tokens(claims -> {});
    }

    private static LoginProblem failureOf(BackchannelLogin login) {
        return (LoginProblem)
                assertThrows(PscException.class, () -> Lab.outcome(login)).problem();
    }

    @Test
    void whoever_waits_on_another_node_learns_how_it_ends() throws Exception {
        nobodyAnswers();
        var login = begun();
        var elsewhere = await(second.backchannelLogin(login.id()));
        assertEquals(login.deadline(), elsewhere.deadline());

        thePersonConfirms();

        var session = Lab.outcome(login);
        assertEquals(session, Lab.outcome(elsewhere));
        assertEquals(session, second.requireSession(session.id()));
        assertEquals(session, Lab.outcome(await(second.backchannelLogin(login.id()))), "who comes later, too");
    }

    @Test
    void a_refusal_is_told_on_all_nodes() throws Exception {
        nobodyAnswers();
        var login = begun();
        var elsewhere = await(second.backchannelLogin(login.id()));

        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"access_denied\"}"));

        assertEquals(LoginProblem.REFUSED, failureOf(login));
        assertEquals(LoginProblem.REFUSED, failureOf(elsewhere));
    }

    @Test
    void a_login_of_a_node_that_died_goes_on_elsewhere() throws Exception {
        nobodyAnswers();
        var login = begun();
        Eventually.holds(() -> psc.count("/token") >= 1);
        way.cut();
        var elsewhere = await(second.backchannelLogin(login.id()));
        var polls = psc.count("/token");
        Thread.sleep(2_500);
        assertEquals(polls, psc.count("/token"), "nobody polls for it within the lease");

        thePersonConfirms();
        clock.forward(UNTIL_LEFT);

        assertEquals(Lab.PHARMACIST, Lab.outcome(elsewhere).professional().nationalId());
    }

    @Test
    void a_node_that_closes_leaves_its_logins_to_the_others_at_once() throws Exception {
        nobodyAnswers();
        var login = begun();
        var elsewhere = await(second.backchannelLogin(login.id()));
        first.close();
        assertThrows(CancellationException.class, () -> Lab.outcome(login));

        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, Lab.outcome(elsewhere).professional().nationalId());
    }

    @Test
    void a_node_that_died_between_the_grant_and_its_store_ends_the_login_with_a_reason() throws Exception {
        nobodyAnswers();
        var login = begun();
        Eventually.holds(() -> psc.count("/token") >= 1);
        way.cut();
        var elsewhere = await(second.backchannelLogin(login.id()));

        psc.answer("/token", HandMadePsc.json(400, DEAD));
        var held = wayOfSecond.count(Call.RESCHEDULE);
        clock.forward(UNTIL_LEFT);
        // Before the poll and after it; then the node that may have got the tokens has some time to say so.
        Eventually.holds(() -> wayOfSecond.count(Call.RESCHEDULE) == held + 2);
        clock.forward(UNTIL_LEFT);

        assertEquals(LoginProblem.INTERRUPTED, failureOf(elsewhere));
    }

    @Test
    void a_login_is_cancelled_on_any_node_and_polled_for_on_none() throws Exception {
        nobodyAnswers();
        var login = begun();
        await(second.backchannelLogin(login.id())).cancel();

        assertThrows(CancellationException.class, () -> Lab.outcome(login));
        var polls = psc.count("/token");
        Thread.sleep(2_500);
        assertEquals(polls, psc.count("/token"));
    }

    @Test
    void a_node_that_was_away_for_longer_than_its_lease_learns_how_its_login_ended() throws Exception {
        nobodyAnswers();
        var login = begun();
        way.cut();
        clock.forward(UNTIL_LEFT);
        Eventually.holds(() -> psc.count("/token") >= 1);
        var polls = psc.count("/token");

        way.mend();
        Eventually.holds(() -> psc.count("/token") > polls);
        assertFalse(login.outcome().toCompletableFuture().isDone());
        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, Lab.outcome(login).professional().nationalId());
    }

    @Test
    void a_login_that_waits_here_alone_is_unknown_elsewhere_and_needs_no_store_while_it_waits() throws Exception {
        nobodyAnswers();
        var login = await(
                first.beginBackchannelLoginHere(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        var failure = assertThrows(PscException.class, () -> await(second.backchannelLogin(login.id())));
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
        way.cut();
        Eventually.holds(() -> psc.count("/token") >= 1);

        thePersonConfirms();

        assertEquals(Lab.PHARMACIST, Lab.outcome(login).professional().nationalId());
    }

    @Test
    void a_login_of_nobody_is_unknown() {
        var failure = assertThrows(PscException.class, () -> await(second.backchannelLogin("x".repeat(40))));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
    }

    @Test
    void a_store_that_is_away_for_a_while_loses_no_login() throws Exception {
        nobodyAnswers();
        var login = begun();
        way.cut();
        Thread.sleep(1_500);
        assertFalse(login.outcome().toCompletableFuture().isDone());

        way.mend();
        thePersonConfirms();

        assertTrue(Lab.outcome(login).expiresAt().isAfter(clock.instant()));
    }
}

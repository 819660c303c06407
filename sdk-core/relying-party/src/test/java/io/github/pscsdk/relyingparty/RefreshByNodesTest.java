package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that share a store, and refresh one session: a refresh token is sent once, whatever becomes of the node that sends it. */
class RefreshByNodesTest {
    private static final String UNAVAILABLE = "{\"error\":\"temporarily_unavailable\"}";
    private static final String DEAD = "{\"error\":\"invalid_grant\"}";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;
    private final FaultyStore way = new FaultyStore(lab.time, lab.store);
    /** Stands still: a node that is frozen, or dead. */
    private final VirtualClock clockOfFirst = VirtualClock.standingAt(lab.clock.instant());

    @AutoClose
    private final RelyingParty first =
            psc.party().sessionStore(way).clock(clockOfFirst).build();

    @AutoClose
    private final RelyingParty second = psc.party()
            .sessionStore(lab.store)
            .operationTimeout(Duration.ofSeconds(2))
            .build();

    @AutoClose
    private final RelyingParty patient = psc.party().sessionStore(lab.store).build();

    private PscSession session;
    private int before;

    RefreshByNodesTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        before = psc.count("/token");
    }

    private void answerRefreshWith(String refreshToken) {
        psc.answer(
                "/token",
                "{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"expires_in\":120,\"refresh_token\":\""
                        + refreshToken + "\"}");
    }

    /** The first node has sent its refresh token, and PSC has not answered. */
    private CompletableFuture<PscSession> underWay() {
        var refresh = first.refresh(session.id()).toCompletableFuture();
        lab.time.settle();
        assertEquals(before + 1, psc.count("/token"));
        return refresh;
    }

    private Problem problemOf(CompletionStage<?> refresh) {
        return assertThrows(PscException.class, () -> lab.time.outcome(refresh)).problem();
    }

    private Problem problemAtTheSecond() {
        return problemOf(second.refresh(session.id()));
    }

    @Test
    void one_node_refreshes_and_the_other_one_waits_and_takes_what_that_one_got() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var mine = underWay();
        var theirs = patient.refresh(session.id()).toCompletableFuture();
        lab.time.pass(Duration.ofSeconds(3));
        assertFalse(theirs.isDone());

        hold.complete(null);

        assertEquals(session, lab.time.outcome(mine));
        assertEquals(session, lab.time.outcome(theirs));
        assertEquals(before + 1, psc.count("/token"));
        await(patient.refresh(session.id()));
        assertTrue(psc.lastForm("/token").contains("refresh_token=refresh-2"), "the newest one was kept");
    }

    @Test
    void a_refresh_that_psc_could_not_answer_is_left_to_any_node() throws Exception {
        psc.answer("/token", HandMadePsc.json(503, UNAVAILABLE));
        assertEquals(LoginProblem.PSC_UNAVAILABLE, problemOf(first.refresh(session.id())));

        answerRefreshWith("refresh-2");

        assertEquals(session, await(second.refresh(session.id())));
    }

    @Test
    void a_refresh_token_that_psc_takes_no_more_ends_the_session_on_all_nodes() {
        psc.answer("/token", HandMadePsc.json(400, DEAD));
        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, problemOf(first.refresh(session.id())));

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, problemAtTheSecond());
    }

    @Test
    void a_refresh_token_that_a_dead_node_has_sent_is_sent_by_no_other_and_the_session_ends_with_a_reason()
            throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        underWay();
        way.cut();
        assertEquals(LoginProblem.PSC_UNAVAILABLE, problemAtTheSecond(), "it may come back");
        assertTrue(second.session(session.id()).isPresent());
        var begun = lab.clock.instant();

        assertEquals(LoginProblem.INTERRUPTED, problemOf(patient.refresh(session.id())));

        assertTrue(Duration.between(begun, lab.clock.instant()).compareTo(Duration.ofSeconds(6)) < 0);
        assertEquals(LoginProblem.INTERRUPTED, problemAtTheSecond(), "whoever asks next is told the same");
        assertEquals(before + 1, psc.count("/token"));
        lab.time.settle();
        assertEquals(1, psc.count("/logout"), "what PSC may have prolonged is nobody's");
        hold.complete(null);
    }

    @Test
    void a_node_that_comes_back_before_anybody_has_missed_it_keeps_what_it_got() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var mine = underWay();
        lab.clock.advance(Duration.ofMinutes(2));

        hold.complete(null);

        assertEquals(session, lab.time.outcome(mine));
        answerRefreshWith("refresh-3");
        await(second.refresh(session.id()));
        assertTrue(psc.lastForm("/token").contains("refresh_token=refresh-2"));
    }

    @Test
    void a_node_that_comes_back_too_late_brings_no_session_back() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var mine = underWay();
        assertEquals(LoginProblem.INTERRUPTED, problemOf(patient.refresh(session.id())));

        hold.complete(null);

        assertEquals(LoginProblem.INTERRUPTED, problemOf(mine));
        assertEquals(Optional.empty(), second.session(session.id()));
    }

    @Test
    void a_slow_psc_is_no_dead_node() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        // Its clock goes on with that of the others.
        var mine = second.refresh(session.id()).toCompletableFuture();
        var theirs = patient.refresh(session.id()).toCompletableFuture();
        lab.time.pass(Duration.ofSeconds(14));
        assertFalse(theirs.isDone());

        hold.complete(null);

        assertEquals(session, lab.time.outcome(theirs));
        assertTrue(mine.isDone());
        assertEquals(before + 1, psc.count("/token"));
    }

    @Test
    void a_node_that_is_there_and_does_not_end_its_refresh_is_waited_for_a_minute_and_a_half() throws Exception {
        var hold = psc.holdNext("/token");
        try (var mine = patientFor(Duration.ofMinutes(5));
                var theirs = patientFor(Duration.ofMinutes(5))) {
            mine.refresh(session.id());
            lab.time.settle();
            var waits = theirs.refresh(session.id()).toCompletableFuture();
            lab.time.pass(Duration.ofSeconds(90));
            assertFalse(waits.isDone());

            lab.time.pass(Duration.ofSeconds(1));

            assertTrue(waits.isDone());
            assertEquals(LoginProblem.PSC_UNAVAILABLE, problemOf(waits));
            assertEquals(before + 1, psc.count("/token"));
            hold.complete(null);
        }
    }

    private RelyingParty patientFor(Duration limit) {
        return psc.party().sessionStore(lab.store).operationTimeout(limit).build();
    }

    @Test
    void a_store_that_was_away_is_no_dead_node() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var mine = underWay();
        way.cut();
        // The others find the store again a moment before the node does.
        lab.clock.advance(Duration.ofSeconds(60));
        var theirs = patient.refresh(session.id()).toCompletableFuture();
        lab.time.pass(Duration.ofSeconds(2));
        way.mend();
        hold.complete(null);

        assertEquals(session, lab.time.outcome(mine));
        assertEquals(session, lab.time.outcome(theirs));
    }

    @Test
    void a_token_that_is_refused_after_the_lease_is_no_reason_to_end_what_another_node_has() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var mine = underWay();
        anotherRefreshes();
        psc.answer("/token", HandMadePsc.json(400, DEAD));

        hold.complete(null);

        assertEquals(session, lab.time.outcome(mine));
        assertTrue(second.session(session.id()).isPresent());
    }

    @Test
    void what_comes_after_the_lease_takes_the_place_of_nothing_that_another_node_has() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var mine = underWay();
        anotherRefreshes();

        hold.complete(null);

        assertEquals(session, lab.time.outcome(mine));
        await(second.refresh(session.id()));
        assertTrue(psc.lastForm("/token").contains("refresh_token=refresh-of-another"));
    }

    /** As one of an earlier version does, which knows no leases. */
    private void anotherRefreshes() {
        lab.store.edit(
                "psc/session/",
                text -> text.replace("refresh-1", "refresh-of-another").replaceAll(",?\"lease\":\\{[^}]*}", ""));
    }
}

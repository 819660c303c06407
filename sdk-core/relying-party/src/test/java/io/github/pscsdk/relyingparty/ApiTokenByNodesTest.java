package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.FaultyStore.Step.FIND;
import static io.github.pscsdk.relyingparty.FaultyStore.Step.REPLACE;
import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that share a store, and want a token for the same API at once. */
class ApiTokenByNodesTest {
    private static final String SESSION = "psc/session/";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;
    private final FaultyStore way = new FaultyStore(lab.time, lab.store);

    /** Time passes while its calls are under way. */
    @AutoClose
    private final RelyingParty party = psc.party()
            .sessionStore(lab.store)
            .operationTimeout(Duration.ofMinutes(10))
            .build();

    private RelyingParty other;

    private final ApiAudience api = ApiAudience.of("api", URI.create(psc.issuer() + "/api"), Lab.API_CLIENT)
            .withRevocationEndpoint(URI.create(psc.issuer() + "/revoke"));
    private PscSession session;

    ApiTokenByNodesTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        psc.answer("/revoke", HandMadePsc.status(200));
    }

    /** Made after the clock was set forward: it asks its store for the time once, and counts from there. */
    private RelyingParty other() {
        if (other == null) {
            other = psc.party().sessionStore(way).build();
        }
        return other;
    }

    @AfterEach
    void close() {
        if (other != null) {
            other.close();
        }
    }

    private void apiAnswers(String token, String refreshToken) {
        psc.answer(
                "/api",
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":60,\"refresh_token\":\""
                        + refreshToken + "\"}");
    }

    private CompletableFuture<String> exchange(RelyingParty node) {
        return node.exchange(session.id(), api).thenApply(ApiToken::reveal).toCompletableFuture();
    }

    private String exchanged(RelyingParty node) throws Exception {
        return lab.time.outcome(exchange(node));
    }

    private void assertStoreIsAway() {
        var failure = assertThrows(PscException.class, () -> lab.time.outcome(other().exchange(session.id(), api)));
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
    }

    /** The token has expired, and this node has sent its refresh token. */
    private CompletableFuture<String> underWay(CompletableFuture<Void> hold) {
        lab.clock.advance(Duration.ofMinutes(1));
        var mine = exchange(party);
        lab.time.settle();
        assertEquals(2, psc.count("/api"));
        assertFalse(hold.isDone());
        return mine;
    }

    @Test
    void one_sends_the_refresh_token_and_both_go_on_with_the_token_that_was_kept_first() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(party);
        var hold = psc.holdNext("/api");
        var mine = underWay(hold);
        assertTrue(psc.lastForm("/api").contains("refresh_token=again-1"));

        apiAnswers("by-exchange", "again-2");
        assertEquals("by-exchange", exchanged(other()));
        assertTrue(psc.lastForm("/api").contains("token-exchange"), "again-1 is sent once");
        apiAnswers("by-refresh", "again-3");
        hold.complete(null);

        assertEquals("by-exchange", lab.time.outcome(mine));
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=by-refresh"));
        assertEquals(2, psc.count("/revoke"), "with its refresh token, and nothing else");
        assertEquals("by-exchange", exchanged(party));
    }

    @Test
    void a_token_that_came_while_the_store_was_asked_for_one_serves_both() throws Exception {
        apiAnswers("one", "again-1");
        way.pass(FIND, SESSION);
        var held = way.hold(FIND, SESSION);
        var theirs = exchange(other());
        lab.time.settle();
        exchanged(party);

        held.goOn();

        assertEquals("one", lab.time.outcome(theirs));
        assertEquals(1, psc.count("/api"));
    }

    @Test
    void a_token_that_came_first_and_no_longer_serves_is_given_back_by_whoever_replaces_it() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(party);
        var hold = psc.holdNext("/api");
        var mine = underWay(hold);
        apiAnswers("by-exchange", "again-2");
        exchanged(other());
        lab.clock.advance(Duration.ofMinutes(1));
        apiAnswers("by-refresh", "again-3");

        hold.complete(null);

        assertEquals("by-refresh", lab.time.outcome(mine));
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=by-exchange"));
        assertEquals("by-refresh", exchanged(party));
    }

    @Test
    void it_is_given_back_also_where_the_answer_of_the_store_is_lost() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(party);
        lab.clock.advance(Duration.ofMinutes(1));
        var hold = psc.holdNext("/api");
        var mine = exchange(other());
        lab.time.settle();
        apiAnswers("by-exchange", "again-2");
        exchanged(party);
        lab.clock.advance(Duration.ofMinutes(1));
        apiAnswers("by-refresh", "again-3");
        way.loseAnswer(REPLACE, SESSION);

        hold.complete(null);

        assertThrows(PscException.class, () -> lab.time.outcome(mine));
        lab.time.settle();
        assertEquals(1, psc.forms("token=by-exchange"));
        assertEquals(1, psc.forms("token=again-2"));
    }

    @Test
    void a_refresh_token_that_was_not_answered_is_sent_by_nobody_again() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(party);
        lab.clock.advance(Duration.ofMinutes(1));
        psc.answer("/api", HandMadePsc.status(503));
        var failure = assertThrows(PscException.class, () -> await(party.exchange(session.id(), api)));
        assertEquals(LoginProblem.API_UNAVAILABLE, failure.problem());

        apiAnswers("two", "again-2");

        assertEquals("two", exchanged(other()));
        assertFalse(psc.lastForm("/api").contains("again-1"));
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=one"));
    }

    @Test
    void a_refresh_token_that_a_store_gave_out_though_its_answer_was_lost_is_given_back() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(party);
        lab.clock.advance(Duration.ofMinutes(1));
        way.loseAnswer(REPLACE, SESSION);
        assertStoreIsAway();

        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=one"));
        assertEquals(2, psc.count("/revoke"), "with its refresh token");
        assertEquals(1, psc.count("/api"), "nobody has sent it");
    }

    @Test
    void a_refresh_token_that_a_store_gives_out_when_nobody_waits_any_more_is_given_back() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(party);
        lab.clock.advance(Duration.ofMinutes(1));
        var slow = way.hold(REPLACE, SESSION);
        assertStoreIsAway();

        slow.goOn();

        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=one"));
        assertEquals(2, psc.count("/revoke"), "with its refresh token");
        assertEquals(1, psc.count("/api"), "nobody has sent it");
    }

    @Test
    void a_token_that_a_store_keeps_when_nobody_waits_any_more_is_not_found_by_anybody() throws Exception {
        var slow = way.hold(REPLACE, SESSION);
        apiAnswers("given-back", "again-1");
        assertStoreIsAway();
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=given-back"));

        slow.goOn();

        // A write that makes the slow one fail, that one, its second try, and its end.
        lab.time.pass(Duration.ofSeconds(1));
        assertEquals(4, way.done(REPLACE, SESSION));
        apiAnswers("two", "again-2");
        assertEquals("two", exchanged(party));
    }

    @Test
    void a_token_that_a_store_has_kept_though_its_answer_was_lost_is_not_found_by_anybody() throws Exception {
        way.loseAnswer(REPLACE, SESSION);
        apiAnswers("given-back", "again-1");
        assertStoreIsAway();
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=given-back"));

        apiAnswers("two", "again-2");

        assertEquals("two", exchanged(party));
    }
}

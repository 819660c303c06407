package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.FaultyStore.Call.COMPARE_AND_SET;
import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.sessionstore.PendingStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    private final FaultyStore way = new FaultyStore(lab.store);

    private RelyingParty other;

    private final ApiAudience api = ApiAudience.of("api", URI.create(psc.issuer() + "/api"), Lab.API_CLIENT)
            .withRevocationEndpoint(URI.create(psc.issuer() + "/revoke"));
    private PscSession session;

    ApiTokenByNodesTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        lab.clock.stop();
        session = lab.logIn();
        psc.answer("/revoke", HandMadePsc.status(200));
    }

    /** Made after the clock was set forward: it asks its store for the time once, and counts from there. */
    private RelyingParty other() {
        if (other == null) {
            other = psc.party()
                    .sessionStore(way)
                    .pendingStore(new FragilePendingStore(PendingStore.inMemory(lab.clock)))
                    .clock(lab.clock)
                    .withoutProlonging()
                    .build();
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
        return exchange(node).get(20, TimeUnit.SECONDS);
    }

    private void assertStoreIsAway() {
        var failure = assertThrows(PscException.class, () -> await(other().exchange(session.id(), api)));
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
    }

    /** The token has expired, and this node has sent its refresh token. */
    private CompletableFuture<String> underWay(CompletableFuture<Void> hold) {
        lab.clock.forward(Duration.ofMinutes(1));
        var mine = exchange(lab.party);
        Eventually.holds(() -> psc.count("/api") == 2 && !hold.isDone());
        return mine;
    }

    @Test
    void one_sends_the_refresh_token_and_both_go_on_with_the_token_that_was_kept_first() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(lab.party);
        var hold = psc.holdNext("/api");
        var mine = underWay(hold);
        assertTrue(psc.lastForm("/api").contains("refresh_token=again-1"));

        apiAnswers("by-exchange", "again-2");
        assertEquals("by-exchange", exchanged(other()));
        assertTrue(psc.lastForm("/api").contains("token-exchange"), "again-1 is sent once");
        apiAnswers("by-refresh", "again-3");
        hold.complete(null);

        assertEquals("by-exchange", mine.get(20, TimeUnit.SECONDS));
        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=by-refresh"));
        assertEquals(2, psc.count("/revoke"), "with its refresh token, and nothing else");
        assertEquals("by-exchange", exchanged(lab.party));
    }

    @Test
    void a_token_that_came_first_and_no_longer_serves_is_given_back_by_whoever_replaces_it() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(lab.party);
        var hold = psc.holdNext("/api");
        var mine = underWay(hold);
        apiAnswers("by-exchange", "again-2");
        exchanged(other());
        lab.clock.forward(Duration.ofMinutes(1));
        apiAnswers("by-refresh", "again-3");

        hold.complete(null);

        assertEquals("by-refresh", mine.get(20, TimeUnit.SECONDS));
        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=by-exchange"));
        assertEquals("by-refresh", exchanged(lab.party));
    }

    @Test
    void a_refresh_token_that_was_not_answered_is_sent_by_nobody_again() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(lab.party);
        lab.clock.forward(Duration.ofMinutes(1));
        psc.answer("/api", HandMadePsc.status(503));
        var failure = assertThrows(PscException.class, () -> await(lab.party.exchange(session.id(), api)));
        assertEquals(LoginProblem.API_UNAVAILABLE, failure.problem());

        apiAnswers("two", "again-2");

        assertEquals("two", exchanged(other()));
        assertFalse(psc.lastForm("/api").contains("again-1"));
        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=one"));
    }

    @Test
    void a_refresh_token_that_a_store_gave_out_though_its_answer_was_lost_is_given_back() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(lab.party);
        lab.clock.forward(Duration.ofMinutes(1));
        way.loseAnswer(COMPARE_AND_SET, SESSION);
        assertStoreIsAway();

        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=one"));
        assertEquals(2, psc.count("/revoke"), "with its refresh token");
        assertEquals(1, psc.count("/api"), "nobody has sent it");
    }

    @Test
    void a_refresh_token_that_a_store_gives_out_when_nobody_waits_any_more_is_given_back() throws Exception {
        apiAnswers("one", "again-1");
        exchanged(lab.party);
        lab.clock.forward(Duration.ofMinutes(1));
        var slow = way.hold(COMPARE_AND_SET, SESSION);
        assertStoreIsAway();

        slow.goOn();

        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=one"));
        assertEquals(2, psc.count("/revoke"), "with its refresh token");
        assertEquals(1, psc.count("/api"), "nobody has sent it");
    }

    @Test
    void a_token_that_a_store_keeps_when_nobody_waits_any_more_is_not_found_by_anybody() throws Exception {
        var slow = way.hold(COMPARE_AND_SET, SESSION);
        apiAnswers("given-back", "again-1");
        assertStoreIsAway();
        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=given-back"));

        slow.goOn();

        // A write that makes the slow one fail, that one, its second try, and its end.
        Eventually.holds(() -> way.done(COMPARE_AND_SET, SESSION) == 4);
        apiAnswers("two", "again-2");
        assertEquals("two", exchanged(lab.party));
    }

    @Test
    void a_token_that_a_store_has_kept_though_its_answer_was_lost_is_not_found_by_anybody() throws Exception {
        way.loseAnswer(COMPARE_AND_SET, SESSION);
        apiAnswers("given-back", "again-1");
        assertStoreIsAway();
        Eventually.holds(() -> psc.lastForm("/revoke").contains("token=given-back"));

        apiAnswers("two", "again-2");

        assertEquals("two", exchanged(lab.party));
    }
}

package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.FaultyStore.Step.PUT;
import static io.github.pscsdk.relyingparty.FaultyStore.Step.REMOVE;
import static io.github.pscsdk.relyingparty.FaultyStore.Step.REPLACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that is away, slow or silent while a session is refreshed: it costs nobody their session, and is not taken for PSC's fault. */
class RefreshWithoutStoreTest {
    private static final String SESSION = "psc/session/";
    private static final String UNAVAILABLE = "{\"error\":\"temporarily_unavailable\"}";
    private static final String DEAD = "{\"error\":\"invalid_grant\"}";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;
    private final FaultyStore way = new FaultyStore(lab.time, lab.store);

    @AutoClose
    private final RelyingParty party = psc.party().sessionStore(way).build();

    private PscSession session;
    private int before;

    RefreshWithoutStoreTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        before = psc.count("/token");
        answerRefreshWith("refresh-2");
    }

    private void answerRefreshWith(String refreshToken) {
        psc.answer(
                "/token",
                "{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"expires_in\":120,\"refresh_token\":\""
                        + refreshToken + "\"}");
    }

    private CompletableFuture<PscSession> refresh() {
        return party.refresh(session.id()).toCompletableFuture();
    }

    /** PSC has been sent the refresh token, and answers when the result is completed. */
    private CompletableFuture<PscSession> underWay(CompletableFuture<Void> hold) {
        var refresh = refresh();
        lab.time.settle();
        assertEquals(before + 1, psc.count("/token"));
        assertFalse(hold.isDone());
        return refresh;
    }

    private Problem problemOf(CompletableFuture<?> refresh) {
        return assertThrows(PscException.class, () -> lab.time.outcome(refresh)).problem();
    }

    private void assertRefreshes() throws Exception {
        assertEquals(session, lab.time.outcome(refresh()));
    }

    private void assertNewestIs(String refreshToken) throws Exception {
        assertRefreshes();
        assertTrue(psc.lastForm("/token").contains("refresh_token=" + refreshToken), "the newest one was kept");
    }

    private String stored() {
        return new String(lab.store.sessions().get(0), StandardCharsets.UTF_8);
    }

    @Test
    void a_lease_of_which_the_store_s_answer_was_lost_is_given_back() throws Exception {
        way.loseAnswer(REPLACE, SESSION);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(refresh()));

        assertRefreshes();

        assertEquals(before + 1, psc.count("/token"));
    }

    @Test
    void a_lease_that_was_given_back_is_not_taken_by_a_write_that_the_store_does_later() throws Exception {
        var late = way.defer(REPLACE, SESSION);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(refresh()));
        lab.time.settle();
        assertEquals(1, way.done(REPLACE, SESSION));

        assertEquals(OptionalLong.empty(), late.get());

        assertRefreshes();
        assertEquals(before + 1, psc.count("/token"));
    }

    @Test
    void a_lease_that_the_store_grants_when_nobody_waits_any_more_is_given_back() throws Exception {
        var slow = way.hold(REPLACE, SESSION);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(refresh()));

        slow.goOn();

        assertRefreshes();
        assertEquals(before + 1, psc.count("/token"));
    }

    @Test
    void what_a_refresh_brought_is_kept_by_a_store_that_is_back_a_moment_later() throws Exception {
        var hold = psc.holdNext("/token");
        var refresh = underWay(hold);
        way.fail(REPLACE, SESSION, 2);

        hold.complete(null);

        assertEquals(session, lab.time.outcome(refresh));
        assertNewestIs("refresh-2");
    }

    @Test
    void what_a_refresh_brought_is_kept_once_where_the_store_s_answer_was_lost() throws Exception {
        var hold = psc.holdNext("/token");
        var refresh = underWay(hold);
        way.loseAnswer(REPLACE, SESSION);

        hold.complete(null);

        assertEquals(session, lab.time.outcome(refresh));
        assertNewestIs("refresh-2");
    }

    @Test
    void what_a_refresh_brought_is_kept_when_nobody_waits_any_more_and_until_then_the_store_is_named()
            throws Exception {
        var hold = psc.holdNext("/token");
        var refresh = underWay(hold);
        way.fail(REPLACE, SESSION);
        hold.complete(null);

        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(refresh));
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(refresh()), "whoever asks meanwhile");
        way.mend();

        lab.time.pass(Duration.ofSeconds(1));
        assertTrue(stored().contains("refresh-2"));
        assertNewestIs("refresh-2");
    }

    @Test
    void nobody_gives_a_session_up_whose_newest_tokens_this_node_has_still_to_write() throws Exception {
        var hold = psc.holdNext("/token");
        var refresh = underWay(hold);
        way.fail(REPLACE, SESSION);
        hold.complete(null);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(refresh));
        lab.time.pass(Duration.ofMillis(300));
        var meanwhile = refresh();
        lab.time.pass(Duration.ofMillis(4_800));

        // Between a try to write them and the next, while somebody has seen the lease for as long as a node may be
        // silent.
        way.mend();

        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(meanwhile));
        lab.time.pass(Duration.ofSeconds(1));
        assertNewestIs("refresh-2");
    }

    @Test
    void a_lease_is_given_back_after_an_outage_of_psc_though_the_store_fails_at_that_moment() throws Exception {
        psc.answer("/token", HandMadePsc.json(503, UNAVAILABLE));
        var hold = psc.holdNext("/token");
        var refresh = underWay(hold);
        way.fail(REPLACE, SESSION, 2);
        hold.complete(null);
        assertEquals(LoginProblem.PSC_UNAVAILABLE, problemOf(refresh));

        answerRefreshWith("refresh-2");

        assertRefreshes();
    }

    @Test
    void what_a_refresh_under_another_name_of_the_session_brought_is_kept() throws Exception {
        psc.tokens(claims -> claims.put("sid", "another-name"), "\"refresh_token\":\"refresh-2\",");
        way.fail(PUT, "psc/sid/", 1);

        assertRefreshes();

        answerRefreshWith("refresh-3");
        assertNewestIs("refresh-2");
    }

    @Test
    void a_session_of_which_psc_takes_the_refresh_token_no_more_ends_by_that_reason() {
        psc.answer("/token", HandMadePsc.json(400, DEAD));
        way.fail(PUT, "psc/end-reason/", 1);

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, problemOf(refresh()));
    }

    @Test
    void a_session_of_somebody_else_is_ended_by_a_store_that_is_back_a_moment_later() {
        psc.tokens(
                claims -> {
                    claims.put("sub", "somebody-else");
                    claims.put("SubjectNameID", "899999100029");
                },
                "");
        psc.answer("/userinfo", HandMadePsc.status(500));
        way.fail(REMOVE, SESSION, 1);

        assertEquals(LoginProblem.SESSION_CONTRADICTED, problemOf(refresh()));
        assertTrue(lab.store.sessions().isEmpty());
    }
}

package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.FaultyStore.Step.PUT;
import static io.github.pscsdk.relyingparty.FaultyStore.Step.REMOVE;
import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.oidc.SignedTokens;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A logout that PSC reports while the store fails: no session of that person outlives it. */
class ReportedLogoutWithoutStoreTest {
    private static final String SESSION = "psc/session/";
    /** Between two tries. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final FaultyStore way = new FaultyStore(lab.time, lab.store);

    @AutoClose
    private final RelyingParty party = lab.psc.party().sessionStore(way).build();

    private PscSession one;
    private PscSession two;

    ReportedLogoutWithoutStoreTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        one = lab.logIn();
        two = lab.logIn();
    }

    /** All sessions of the person have ended. */
    private String token() {
        var now = lab.clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", lab.psc.issuer().toString());
        claims.put("aud", SignedTokens.CLIENT);
        claims.put("iat", now);
        claims.put("exp", now + 120);
        claims.put("jti", "a-logout-token-of-the-test");
        claims.put("sub", SignedTokens.claims().get("sub"));
        claims.put("typ", "Logout");
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return SignedTokens.signed(claims);
    }

    private LoginProblem problemOf(RelyingParty node, String token) {
        return (LoginProblem) assertThrows(PscException.class, () -> lab.time.outcome(node.acceptLogoutToken(token)))
                .problem();
    }

    private void assertAllOver() {
        for (var session : new PscSession[] {one, two}) {
            var failure = assertThrows(PscException.class, () -> await(lab.party.requireSession(session.id())));
            assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure.problem());
        }
    }

    @Test
    void a_store_that_fails_for_a_moment_delays_it() throws Exception {
        way.fail(REMOVE, SESSION, 1);

        lab.time.outcome(party.acceptLogoutToken(token()));

        assertAllOver();
    }

    @Test
    void a_token_that_could_not_be_worked_off_is_taken_when_it_comes_again() throws Exception {
        var token = token();
        way.fail(REMOVE, SESSION);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(party, token));
        assertTrue(lab.party.session(one.id()).isPresent());

        await(lab.party.acceptLogoutToken(token));

        assertAllOver();
        assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, problemOf(lab.party, token));
    }

    @Test
    void what_is_left_of_it_is_done_though_it_does_not_come_again() throws Exception {
        way.fail(REMOVE, SESSION);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(party, token()));

        way.mend();

        lab.time.pass(LONGEST_PAUSE);
        assertEquals(List.of(), lab.store.sessions());
        assertAllOver();
    }

    @Test
    void a_token_of_which_the_mark_could_not_be_written_is_worked_off_once_more() throws Exception {
        way.loseAnswer(PUT, "psc/logout-token/");

        lab.time.outcome(party.acceptLogoutToken(token()));

        assertAllOver();
    }

    @Test
    void who_logs_in_again_meanwhile_stays_logged_in() throws Exception {
        way.fail(REMOVE, SESSION);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, problemOf(party, token()));
        lab.clock.advance(Duration.ofSeconds(2));
        var later = lab.logIn();

        way.mend();

        lab.time.pass(LONGEST_PAUSE);
        assertEquals(1, lab.store.sessions().size());
        assertEquals(later, await(lab.party.requireSession(later.id())));
    }
}

package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API token from its exchange to its end, at a server that gave a refresh token. */
class ApiTokenLifeTest {
    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;
    private final ApiAudience api = ApiAudience.of("api", URI.create(psc.issuer() + "/api"), Lab.API_CLIENT)
            .withRevocationEndpoint(URI.create(psc.issuer() + "/revoke"));
    private PscSession session;

    ApiTokenLifeTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        psc.answer("/revoke", HandMadePsc.status(200));
    }

    private void apiAnswers(String token, String more) {
        psc.answer(
                "/api", "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":60" + more + "}");
    }

    private String exchange() throws Exception {
        return await(lab.party.exchange(session.id(), api)).reveal();
    }

    @Test
    void it_is_refreshed_where_its_server_gave_a_refresh_token_each_time_with_the_newest() throws Exception {
        apiAnswers("one", ",\"refresh_token\":\"again-1\",\"refresh_expires_in\":1800");
        exchange();
        apiAnswers("two", ",\"refresh_token\":\"again-2\"");
        lab.clock.advance(Duration.ofMinutes(1));

        assertEquals("two", exchange());
        assertEquals("grant_type=refresh_token&refresh_token=again-1", grantOf(psc.lastForm("/api")));
        apiAnswers("three", "");
        lab.clock.advance(Duration.ofMinutes(1));
        assertEquals("three", exchange());
        assertEquals("grant_type=refresh_token&refresh_token=again-2", grantOf(psc.lastForm("/api")));
        lab.clock.advance(Duration.ofMinutes(1));
        exchange();
        assertEquals(
                "grant_type=refresh_token&refresh_token=again-2",
                grantOf(psc.lastForm("/api")),
                "an answer without one leaves the old one");
    }

    private static String grantOf(String form) {
        return form.replaceAll("&client_.*", "");
    }

    @Test
    void it_is_exchanged_again_where_its_refresh_token_is_dead_or_absent() throws Exception {
        apiAnswers("one", ",\"refresh_token\":\"again-1\",\"refresh_expires_in\":30");
        exchange();
        apiAnswers("two", "");
        lab.clock.advance(Duration.ofMinutes(1));

        assertEquals("two", exchange());
        assertTrue(psc.lastForm("/api").contains("token-exchange"));
        lab.clock.advance(Duration.ofMinutes(1));
        exchange();
        assertTrue(psc.lastForm("/api").contains("token-exchange"));
        assertEquals(3, psc.count("/api"), "nothing was tried in vain");
    }

    @Test
    void it_is_exchanged_again_where_its_refresh_is_refused() throws Exception {
        apiAnswers("one", ",\"refresh_token\":\"again-1\"");
        exchange();
        psc.answer("/api", HandMadePsc.json(400, "{\"error\":\"invalid_grant\"}"));
        lab.clock.advance(Duration.ofMinutes(1));

        var failure = assertThrows(PscException.class, this::exchange);

        assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
        assertEquals(3, psc.count("/api"), "first the refresh, then the exchange");
        assertTrue(psc.lastForm("/api").contains("token-exchange"));
    }

    @Test
    void an_outage_at_its_refresh_is_no_reason_for_an_exchange() throws Exception {
        apiAnswers("one", ",\"refresh_token\":\"again-1\"");
        exchange();
        psc.answer("/api", HandMadePsc.status(503));
        lab.clock.advance(Duration.ofMinutes(1));

        var failure = assertThrows(PscException.class, this::exchange);

        assertEquals(LoginProblem.API_UNAVAILABLE, failure.problem());
        assertEquals(2, psc.count("/api"));
    }

    @Test
    void its_refresh_token_is_given_back_first_and_then_itself() throws Exception {
        apiAnswers("one", ",\"refresh_token\":\"again-1\"");
        exchange();
        var hold = psc.holdNext("/revoke");

        await(lab.party.signOut(session.id()));

        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=again-1&token_type_hint=refresh_token"));
        hold.complete(null);
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=one&token_type_hint=access_token"));
    }

    @Test
    void one_that_comes_when_its_session_is_over_is_given_back() throws Exception {
        apiAnswers("late", "");
        var hold = psc.holdNext("/api");
        var late = lab.party.exchange(session.id(), api);
        lab.time.settle();
        assertEquals(1, psc.count("/api"));

        await(lab.party.signOut(session.id()));
        hold.complete(null);

        var failure = assertThrows(PscException.class, () -> await(late));
        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        lab.time.settle();
        assertTrue(psc.lastForm("/revoke").contains("token=late"));
    }

    @Test
    void two_for_different_apis_come_side_by_side_by_one_refresh_at_psc() throws Exception {
        apiAnswers("first", "");
        psc.answer("/other", "{\"access_token\":\"second\",\"token_type\":\"Bearer\",\"expires_in\":600}");
        var other = ApiAudience.of("other", URI.create(psc.issuer() + "/other"), Lab.API_CLIENT);
        lab.clock.advance(Duration.ofMinutes(3));
        psc.answer(
                "/token",
                "{\"access_token\":\"newer\",\"token_type\":\"Bearer\",\"expires_in\":120,\"refresh_token\":\"refresh-2\"}");
        var before = psc.count("/token");
        var slow = psc.holdNext("/api");

        var waiting = lab.party.exchange(session.id(), api);
        assertEquals("second", await(lab.party.exchange(session.id(), other)).reveal());
        slow.complete(null);

        assertEquals("first", await(waiting).reveal());
        assertEquals(before + 1, psc.count("/token"));
        await(lab.party.exchange(session.id(), other));
        exchange();
        assertEquals(1, psc.count("/other"), "neither overwrote the other");
        assertEquals(1, psc.count("/api"), "neither overwrote the other");
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long things live, and what ends them. */
class SessionTest extends WithSimulator {
    @Test
    void an_access_token_lives_two_minutes() throws Exception {
        var token = login("899999100011").text("access_token");
        clock.advance(Duration.ofSeconds(119));
        caller.userInfo(token).assertOk();

        clock.advance(Duration.ofSeconds(1));

        var refused = caller.userInfo(token);
        assertEquals(401, refused.status());
        assertEquals("Bearer realm=\"esante-wallet\", error=\"invalid_token\"", refused.header("WWW-Authenticate"));
        assertEquals("{\"active\":false}", caller.introspect(token).response().body());
    }

    @Test
    void an_id_token_says_that_it_lives_two_minutes() throws Exception {
        var claims = login("899999100011").claims("id_token");

        assertEquals(clock.instant().getEpochSecond(), claims.get("iat").asLong());
        assertEquals(clock.instant().getEpochSecond() + 120, claims.get("exp").asLong());
    }

    @Test
    void userinfo_without_a_token_is_refused_without_an_error_code() throws Exception {
        var refused = caller.get(caller.endpoint("userinfo"));

        assertEquals(401, refused.status());
        assertEquals("Bearer realm=\"esante-wallet\"", refused.header("WWW-Authenticate"));
    }

    @Test
    void a_refresh_gives_new_tokens_of_the_same_login() throws Exception {
        var first = login("899999100011");
        clock.advance(Duration.ofMinutes(3));

        var second = caller.refresh(first.text("refresh_token")).assertOk();

        caller.userInfo(second.text("access_token")).assertOk();
        assertNotEquals(first.text("refresh_token"), second.text("refresh_token"));
        assertEquals(first.text("session_state"), second.text("session_state"));
        var before = first.claims("id_token");
        var after = second.claims("id_token");
        assertEquals(before.get("auth_time"), after.get("auth_time"), "the moment of the login does not move");
        assertEquals(180, after.get("iat").asLong() - before.get("iat").asLong());
        assertFalse(after.has("nonce"));
    }

    @Test
    void a_refresh_token_is_good_for_once_and_for_its_client() throws Exception {
        var token = login("899999100011").text("refresh_token");
        var form = Caller.encoded(Caller.fields("grant_type", "refresh_token", "refresh_token", token));

        caller.post(caller.endpoint("token"), Caller.basic("autre", "autre"), form)
                .assertRefused(400, "invalid_grant");
        caller.refresh(token).assertOk();
        caller.refresh(token).assertRefused(400, "invalid_grant");
        caller.refresh("something").assertRefused(400, "invalid_grant");
    }

    @Test
    void a_refresh_may_ask_for_less_and_never_for_more() throws Exception {
        var token = login("899999100011").text("refresh_token");
        var form = Caller.fields("grant_type", "refresh_token", "refresh_token", token);
        form.put("scope", "openid scope_all offline_access");
        caller.post("token", form).assertRefused(400, "invalid_scope");

        form.put("scope", "openid");
        caller.post("token", form).assertOk();
    }

    @Test
    void an_access_token_refreshes_nothing() throws Exception {
        caller.refresh(login("899999100011").text("access_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_refresh_token_lives_thirty_minutes() throws Exception {
        var tokens = login("899999100011");
        assertEquals(1800, tokens.json().get("refresh_expires_in").asInt());
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));

        caller.refresh(tokens.text("refresh_token")).assertOk();
    }

    @Test
    void thirty_minutes_without_a_token_request_end_the_session() throws Exception {
        var tokens = login("899999100011");
        clock.advance(Duration.ofMinutes(30));

        caller.refresh(tokens.text("refresh_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void four_hours_end_the_session_however_busy_it_is() throws Exception {
        var tokens = login("899999100011");
        for (var refresh = 0; refresh < 9; refresh++) {
            clock.advance(Duration.ofMinutes(25));
            tokens = caller.refresh(tokens.text("refresh_token")).assertOk();
        }
        assertEquals(15 * 60, tokens.json().get("refresh_expires_in").asInt(), "no longer than the session");

        clock.advance(Duration.ofMinutes(15));

        caller.refresh(tokens.text("refresh_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void introspection_names_the_professional_for_an_access_token_only() throws Exception {
        var tokens = login("899999100011");

        var access = caller.introspect(tokens.text("access_token")).assertOk();
        var refresh = caller.introspect(tokens.text("refresh_token")).assertOk();

        assertTrue(access.json().get("active").asBoolean());
        assertEquals("Bearer", access.text("typ"));
        assertEquals("899999100011", access.text("SubjectNameID"));
        assertEquals(Caller.ID, access.text("client_id"));
        assertEquals(simulator.issuer().toString(), access.text("iss"));
        assertTrue(refresh.json().get("active").asBoolean());
        assertEquals("Refresh", refresh.text("typ"));
        assertFalse(refresh.json().has("SubjectNameID"));
        assertFalse(caller.introspect("something").json().get("active").asBoolean(true));
        assertFalse(
                caller.introspect(tokens.text("id_token")).json().get("active").asBoolean(true));
    }

    @Test
    void introspection_repeats_the_nonce_of_a_browser_login() throws Exception {
        var code = new BrowserLogin(simulator, caller).code();
        var tokens = caller.post("token", BrowserLogin.exchange(code)).assertOk();

        assertEquals("a nonce", caller.introspect(tokens.text("access_token")).text("nonce"));
        assertFalse(caller.introspect(tokens.text("refresh_token")).json().has("nonce"));
        assertFalse(caller.introspect(login("899999100011").text("access_token"))
                .json()
                .has("nonce"));
    }

    @Test
    void revoking_an_access_token_leaves_the_session() throws Exception {
        var tokens = login("899999100011");

        var answer = caller.post("revoke", Caller.fields("token", tokens.text("access_token")));

        assertEquals(200, answer.status());
        assertEquals(401, caller.userInfo(tokens.text("access_token")).status());
        caller.refresh(tokens.text("refresh_token")).assertOk();
    }

    @Test
    void revoking_a_refresh_token_ends_the_session() throws Exception {
        var tokens = login("899999100011");

        caller.post("revoke", Caller.fields("token", tokens.text("refresh_token")));

        assertEquals(401, caller.userInfo(tokens.text("access_token")).status());
        caller.refresh(tokens.text("refresh_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void an_unknown_token_is_revoked_without_ado_and_another_clients_is_not() throws Exception {
        var token = login("899999100011").text("access_token");
        var form = Caller.encoded(Caller.fields("token", token));

        assertEquals(
                200, caller.post("revoke", Caller.fields("token", "something")).status());
        caller.post(caller.endpoint("revoke"), Caller.basic("autre", "autre"), form)
                .assertRefused(400, "invalid_grant");

        caller.userInfo(token).assertOk();
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest extends WithSimulator {
    @Test
    void an_approving_professional_gets_the_tokens_at_the_first_poll_after_the_interval() throws Exception {
        var start = caller.start("899999100011").assertOk();
        assertEquals(120, start.json().get("expires_in").asInt());
        assertEquals(5, start.json().get("interval").asInt());

        caller.poll(start.text("auth_req_id")).assertRefused(400, "authorization_pending");
        clock.advance(Duration.ofSeconds(5));
        var tokens = caller.poll(start.text("auth_req_id")).assertOk();

        assertEquals("Bearer", tokens.text("token_type"));
        assertEquals(120, tokens.json().get("expires_in").asInt());
        assertEquals(1800, tokens.json().get("refresh_expires_in").asInt());
        assertEquals("openid scope_all", tokens.text("scope"));
        assertEquals(0, tokens.json().get("not-before-policy").asInt(-1));
        var claims = tokens.claims("id_token");
        assertEquals(simulator.issuer().toString(), claims.get("iss").asText());
        assertEquals(Caller.ID, claims.get("aud").asText());
        assertEquals("899999100011", claims.get("SubjectNameID").asText());
        assertEquals(36, claims.get("sub").asText().length());
        assertEquals("eidas1", claims.get("acr").asText());
        assertEquals("MOBILE", claims.get("authMode").asText());
        assertEquals(120, claims.get("exp").asLong() - claims.get("iat").asLong());
        assertEquals(tokens.text("session_state"), claims.get("sid").asText());
        assertEquals(22, claims.get("at_hash").asText().length());
        assertFalse(claims.has("nonce"), "none was sent");
        assertFalse(tokens.claims("access_token").has("aud"), "no recorded access token has one");
        caller.poll(start.text("auth_req_id")).assertRefused(400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({"899999100045, access_denied", "899999100052, expired_token", "899999100169, invalid_grant"})
    void some_professionals_fail_at_the_first_poll_and_stay_failed(String nationalId, String error) throws Exception {
        var id = caller.start(nationalId).assertOk().text("auth_req_id");
        for (var poll = 0; poll < 2; poll++) {
            clock.advance(Duration.ofSeconds(5));

            caller.poll(id).assertRefused(400, error);
        }
    }

    @Test
    void a_silent_professional_is_pending_until_the_request_expires() throws Exception {
        var id = caller.start("899999100060").assertOk().text("auth_req_id");
        for (var poll = 1; poll < 24; poll++) {
            clock.advance(Duration.ofSeconds(5));
            caller.poll(id).assertRefused(400, "authorization_pending");
        }
        clock.advance(Duration.ofSeconds(5));

        caller.poll(id).assertRefused(400, "expired_token");
    }

    @Test
    void after_slow_down_the_client_must_wait_five_seconds_more() throws Exception {
        var id = caller.start("899999100078").assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        caller.poll(id).assertRefused(400, "slow_down");

        clock.advance(Duration.ofSeconds(5));
        caller.poll(id).assertRefused(400, "slow_down");
        clock.advance(Duration.ofSeconds(15));

        caller.poll(id).assertOk();
    }

    @Test
    void a_client_that_polls_too_fast_is_told_to_slow_down_and_not_served() throws Exception {
        var id = caller.start("899999100011").assertOk().text("auth_req_id");
        caller.poll(id).assertRefused(400, "authorization_pending");
        clock.advance(Duration.ofSeconds(4));

        caller.poll(id).assertRefused(400, "slow_down");

        clock.advance(Duration.ofSeconds(9));
        caller.poll(id).assertRefused(400, "slow_down");
        clock.advance(Duration.ofSeconds(15));
        caller.poll(id).assertOk();
    }

    @Test
    void two_outages_while_polling_do_not_count_as_polls() throws Exception {
        var id = caller.start("899999100110").assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        for (var outage = 0; outage < 2; outage++) {
            var answer = caller.poll(id);
            assertEquals(503, answer.status());
            assertEquals("1", answer.header("Retry-After"));
            clock.advance(Duration.ofSeconds(1));
        }

        caller.poll(id).assertOk();
    }

    @Test
    void another_client_cannot_fetch_the_tokens() throws Exception {
        var id = caller.start("899999100011").assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        var poll = Caller.fields("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", id);

        caller.post(caller.endpoint("token"), Caller.basic("autre", "autre"), Caller.encoded(poll))
                .assertRefused(400, "invalid_grant");

        caller.poll(id).assertOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "899999100011",
                "899999100029",
                "899999100037",
                "899999100201",
                "899999100219",
                "ANS20990101120000",
                "512345678200010/EMP00001",
                "0999999999",
                "899999100227",
                "899999100235"
            })
    void every_approving_professional_is_who_was_asked(String nationalId) throws Exception {
        var tokens = login(nationalId);

        var userInfo = caller.userInfo(tokens.text("access_token")).assertOk();

        assertEquals(nationalId, tokens.claims("id_token").get("SubjectNameID").asText());
        assertEquals(nationalId, userInfo.text("SubjectNameID"));
        assertEquals(tokens.claims("id_token").get("sub").asText(), userInfo.text("sub"));
    }
}

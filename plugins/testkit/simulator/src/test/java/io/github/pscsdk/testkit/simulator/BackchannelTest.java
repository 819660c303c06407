package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackchannelTest extends WithSimulator {
    @Test
    void the_channel_shows_in_the_tokens_and_in_userinfo() throws Exception {
        var request = Caller.backchannel("899999100029");
        request.put("channel", "CARD");
        var id = caller.post("ext/ciba/auth", request).text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));

        var tokens = caller.poll(id).assertOk();

        assertEquals("CARD", tokens.claims("id_token").get("authMode").asText());
        assertEquals("CARD", caller.userInfo(tokens.text("access_token")).text("authMode"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "90", "999999999"})
    void a_wanted_lifetime_is_taken_note_of(String seconds) throws Exception {
        var request = Caller.backchannel("899999100029");
        request.put("requested_expiry", seconds);

        assertEquals(
                120,
                caller.post("ext/ciba/auth", request)
                        .assertOk()
                        .json()
                        .get("expires_in")
                        .asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "scope, openid, invalid_scope",
        "scope, openid scope_all email, invalid_scope",
        "scope, scope_all, invalid_scope",
        "scope, openidscope_all, invalid_scope",
        "acr_values, eidas2, invalid_request",
        "acr_values, eidas1 eidas2, invalid_request",
        "acr_values, '', invalid_request",
        "login_hint, '', invalid_request",
        "login_hint, 99999100011, unknown_user_id",
        "binding_message, '', invalid_request",
        "binding_message, 7, invalid_binding_message",
        "binding_message, 123, invalid_binding_message",
        "binding_message, A7, invalid_binding_message",
        "channel, '', invalid_request",
        "requested_expiry, soon, invalid_request",
        "requested_expiry, -1, invalid_request",
        "requested_expiry, 0, invalid_request",
        "request, a.b.c, invalid_request",
        "channel, PHONE, invalid_request",
        "channel, mobile, invalid_request",
        "id_token_hint, something, invalid_request"
    })
    void a_request_that_is_wrong_in_one_point_is_refused(String name, String value, String error) throws Exception {
        var request = Caller.backchannel("899999100011");
        request.put(name, value);

        caller.post("ext/ciba/auth", request).assertRefused(400, error);
    }

    @Test
    void a_repeated_parameter_is_refused() throws Exception {
        var form = Caller.encoded(Caller.backchannel("899999100011")) + "&channel=CARD";

        caller.post(caller.endpoint("ext/ciba/auth"), Caller.basic(Caller.ID, Caller.SECRET), form)
                .assertRefused(400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "899999100086, 400, unknown_user_id",
        "899999100094, 400, unauthorized_client",
        "899999100177, 403, access_denied"
    })
    void some_professionals_fail_at_the_start(String nationalId, int status, String error) throws Exception {
        caller.start(nationalId).assertRefused(status, error);
    }

    @Test
    void a_service_without_the_back_channel_is_refused() throws Exception {
        try (var other = PscSimulator.builder()
                .client(Caller.registration().withoutBackchannel())
                .start()) {
            new Caller(other).start("899999100011").assertRefused(400, "unauthorized_client");
        }
    }

    @Test
    void an_outage_has_no_body() throws Exception {
        var answer = caller.start("899999100102");

        assertEquals(503, answer.status());
        assertEquals("", answer.response().body());
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recorded layouts of access tokens, and what a card login says of its level. */
class TokenProfileTest extends WithSimulator {
    private static final List<String> COMMON = List.of(
            "exp",
            "iat",
            "auth_time",
            "jti",
            "iss",
            "sub",
            "typ",
            "azp",
            "session_state",
            "preferred_username",
            "nonce");

    private Answer loginByCard(String nationalId) throws Exception {
        var request = Caller.backchannel(nationalId);
        request.put("channel", "CARD");
        var id = caller.post("ext/ciba/auth", request).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id).assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "OF_2021, 60, eidas3, openid profile email scope_all, acr scope email_verified",
        "OF_2022, 60, eidas3, openid profile email scope_all, acr scope sid email_verified",
        "OF_2023_CARD, 120, eidas3, openid profile scope_all identity, acr scope sid authMode otherIds",
        "OF_2023_MOBILE, 120, eidas1, openid scope_all identity, acr scope sid authMode otherIds SubjectNameID",
        "BARE, 120, '', openid scope_all, scope sid SubjectNameID"
    })
    void an_access_token_may_have_any_recorded_layout(
            TokenProfile profile, int life, String acr, String scope, String members) throws Exception {
        simulator.dials().turn(Dial.TOKEN_PROFILE, profile);

        var tokens = login("ANS20990101120000");

        var claims = tokens.claims("access_token");
        var names = new ArrayList<String>();
        claims.fieldNames().forEachRemaining(names::add);
        var expected = Stream.concat(COMMON.stream(), Stream.of(members.split(" ")))
                .filter(name -> !name.equals("nonce") || profile != TokenProfile.OF_2023_MOBILE);
        assertEquals(expected.sorted().toList(), names.stream().sorted().toList());
        assertEquals(life, claims.get("exp").asInt() - claims.get("iat").asInt());
        assertEquals(life, tokens.json().get("expires_in").asInt());
        assertEquals(acr, claims.path("acr").asText());
        assertEquals(scope, claims.get("scope").asText());
        clock.advance(Duration.ofSeconds(life - 1));
        caller.userInfo(tokens.text("access_token")).assertOk();
        clock.advance(Duration.ofSeconds(1));
        assertEquals(401, caller.userInfo(tokens.text("access_token")).status());
    }

    @Test
    void that_of_2021_has_its_level_twice() throws Exception {
        simulator.dials().turn(Dial.TOKEN_PROFILE, TokenProfile.OF_2021);

        var text = Jwt.payload(login("899999100011").text("access_token"));

        assertTrue(text.matches("\\{.*\"acr\":\"1\".*\"acr\":\"eidas3\".*}"));
    }

    @Test
    void that_of_an_e_cps_in_2023_repeats_the_nonce_and_names_the_origin() throws Exception {
        simulator.dials().turn(Dial.TOKEN_PROFILE, TokenProfile.OF_2023_MOBILE);
        var browser = new BrowserLogin(simulator, caller);

        var claims = caller.post("token", BrowserLogin.exchange(browser.code()))
                .assertOk()
                .claims("access_token");

        assertEquals("a nonce", claims.get("nonce").asText());
        assertEquals("RPPS", claims.get("otherIds").get(0).get("origine").asText());
        assertEquals("MOBILE", claims.get("authMode").asText());
    }

    @Test
    void that_of_a_card_in_2023_says_so() throws Exception {
        simulator.dials().turn(Dial.TOKEN_PROFILE, TokenProfile.OF_2023_CARD);

        var claims = loginByCard("899999100011").claims("access_token");

        assertEquals("CARD", claims.get("authMode").asText());
        assertEquals("", claims.get("nonce").asText());
        assertFalse(claims.has("SubjectNameID"));
    }

    @Test
    void a_card_login_answers_the_level_that_is_dialled_and_a_phone_never_does() throws Exception {
        assertEquals("eidas1", acr(loginByCard("899999100011")));

        simulator.dials().turn(Dial.CARD_ACR, CardAcr.EIDAS3);

        var card = loginByCard("899999100011");
        assertEquals("eidas3", acr(card));
        assertEquals("CARD", card.claims("id_token").get("authMode").asText());
        assertEquals("eidas1", acr(login("899999100011")));
    }

    @Test
    void a_card_login_in_the_browser_needs_no_person() throws Exception {
        simulator.dials().turn(Dial.BROWSER_MEANS, Channel.CARD).turn(Dial.CARD_ACR, CardAcr.EIDAS3);
        simulator.dials().turn(Dial.TOKEN_PROFILE, TokenProfile.OF_2023_CARD);
        var browser = new BrowserLogin(simulator, caller);

        var tokens = caller.post("token", BrowserLogin.exchange(browser.code())).assertOk();

        assertEquals("eidas3", acr(tokens));
        assertEquals("CARD", tokens.claims("id_token").get("authMode").asText());
        assertEquals("CARD", tokens.claims("access_token").get("authMode").asText());
        assertEquals("CARD", caller.userInfo(tokens.text("access_token")).text("authMode"));
    }

    private static String acr(Answer tokens) {
        return tokens.claims("id_token").get("acr").asText();
    }
}

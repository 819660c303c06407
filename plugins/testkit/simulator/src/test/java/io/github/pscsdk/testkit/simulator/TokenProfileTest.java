package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.internal.model.Identity;
import io.github.pscsdk.testkit.simulator.internal.model.TokenProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The recorded layouts of access tokens, and what a card login says of its level. */
class TokenProfileTest extends WithSimulator {
    private static final List<String> COMMON =
            List.of("exp", "iat", "auth_time", "jti", "iss", "sub", "typ", "azp", "scope", "preferred_username");

    private Answer loginByCard(String nationalId) throws Exception {
        var request = Caller.backchannel(nationalId);
        request.put("channel", "CARD");
        var id = caller.post("ext/ciba/auth", request).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id).assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "OF_2021, MOBILE, 60, eidas3, openid profile email scope_all, session_state nonce acr email_verified",
        "OF_2026, MOBILE, 120, eidas1, openid scope_all, acr authMode sid otherIds SubjectNameID PSISubjectNameID auth_level",
        "OF_2026, CARD, 120, eidas2, openid scope_all, acr authMode sid otherIds SubjectNameID PSISubjectNameID auth_level"
    })
    void an_access_token_has_the_members_of_its_year(
            TokenProfile profile, String channel, int life, String acr, String scope, String members) throws Exception {
        simulator.turn("token-profile", profile.name());

        var tokens = channel.equals("CARD") ? loginByCard("ANS20990101120000") : login("ANS20990101120000");

        var claims = tokens.claims("access_token");
        var names = new ArrayList<String>();
        claims.fieldNames().forEachRemaining(names::add);
        var expected = Stream.concat(COMMON.stream(), Stream.of(members.split(" ")));
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
    void since_2026_the_subject_is_a_uuid_and_the_session_is_named_by_sid_alone() throws Exception {
        var tokens = login("899999100011");

        var sub = tokens.claims("id_token").get("sub").asText();
        assertEquals(36, sub.length(), sub);
        assertEquals(sub, tokens.claims("access_token").get("sub").asText());
        assertEquals(sub, caller.userInfo(tokens.text("access_token")).text("sub"));
        assertFalse(tokens.claims("id_token").has("session_state"));
        assertFalse(caller.introspect(tokens.text("access_token")).json().has("session_state"));
        assertEquals(
                tokens.text("session_state"),
                tokens.claims("id_token").get("sid").asText());
    }

    @Test
    void since_2026_an_access_token_names_its_grant_as_keycloak_does_and_repeats_the_nonce() throws Exception {
        var browser = new BrowserLogin(simulator, caller);
        var byCode = caller.post("token", BrowserLogin.exchange(browser.code())).assertOk();
        var byPhone = login("899999100011");
        var refreshed = caller.refresh(byPhone.text("refresh_token")).assertOk();

        assertTrue(jti(byCode).startsWith("onrtac:"), jti(byCode));
        assertTrue(jti(byPhone).startsWith("onrtci:"), jti(byPhone));
        assertTrue(jti(refreshed).startsWith("onrtrt:"), jti(refreshed));
        assertEquals(jti(byCode), caller.introspect(byCode.text("access_token")).text("jti"));
        var claims = byCode.claims("access_token");
        assertEquals("a nonce", claims.get("nonce").asText());
        assertEquals("RPPS", claims.get("otherIds").get(0).get("origine").asText());
    }

    private static String jti(Answer tokens) {
        return tokens.claims("access_token").get("jti").asText();
    }

    @Test
    void a_session_may_live_through_the_change_of_the_subject() throws Exception {
        simulator.turn("token-profile", "OF_2021");
        var before = login("899999100011");
        simulator.turn("token-profile", "OF_2026");

        var after = caller.refresh(before.text("refresh_token")).assertOk();

        assertTrue(before.claims("id_token").get("sub").asText().startsWith("f:"));
        assertFalse(after.claims("id_token").get("sub").asText().startsWith("f:"));
        assertEquals(
                before.claims("id_token").get("sid"), after.claims("id_token").get("sid"));
    }

    @ParameterizedTest
    @EnumSource
    void a_person_may_be_named_otherwise_and_keeps_the_subject(Identity identity) throws Exception {
        var before = login("899999100011");
        simulator.turn("identity", identity.name());

        var after = caller.refresh(before.text("refresh_token")).assertOk();

        var claims = after.claims("id_token");
        assertEquals(before.claims("id_token").get("sub"), claims.get("sub"));
        var userInfo = caller.userInfo(after.text("access_token")).assertOk().json();
        assertEquals(claims.get("SubjectNameID"), userInfo.get("SubjectNameID"));
        assertEquals(claims.get("PSISubjectNameID"), userInfo.get("PSISubjectNameID"));
        assertEquals(identity == Identity.PSI_CLAIM, claims.has("PSISubjectNameID"));
        assertEquals(identity != Identity.PSI_CLAIM, claims.has("SubjectNameID"));
        assertEquals(
                identity == Identity.MERGED,
                claims.path("SubjectNameID").asText().equals("899999100011"));
        var origins = userInfo.get("otherIds").findValuesAsText("origine");
        assertEquals(
                switch (identity) {
                    case MERGED -> List.of("RPPS", "PSI");
                    case PSI, PSI_CLAIM -> List.of("PSI");
                    case CHANGED -> List.of("RPPS");
                },
                origins);
    }

    @Test
    void that_of_2021_has_its_level_twice() throws Exception {
        simulator.turn("token-profile", "OF_2021");

        var text = Jwt.payload(login("899999100011").text("access_token"));

        assertTrue(text.matches("\\{.*\"acr\":\"1\".*\"acr\":\"eidas3\".*}"));
    }

    @Test
    void a_card_login_answers_the_level_that_is_dialled_and_a_phone_never_does() throws Exception {
        assertEquals("eidas2", acr(loginByCard("899999100011")));

        simulator.turn("card-acr", "EIDAS3");

        var card = loginByCard("899999100011");
        assertEquals("eidas3", acr(card));
        assertEquals("CARD", card.claims("id_token").get("authMode").asText());
        assertEquals("eidas1", acr(login("899999100011")));
    }

    @Test
    void a_card_login_in_the_browser_needs_no_person() throws Exception {
        simulator.turn("browser-means", "CARD").turn("card-acr", "EIDAS3");
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

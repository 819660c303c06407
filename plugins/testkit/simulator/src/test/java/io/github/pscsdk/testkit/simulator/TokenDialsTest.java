package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.TokenDefect;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of tokens that are dialled to be wrong, and of changes that nobody announced. */
class TokenDialsTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";

    private String idToken(TokenDefect defect) throws Exception {
        simulator.turn("token-defect", defect.name());
        return login(PHARMACIST).text("id_token");
    }

    private JsonNode claims(TokenDefect defect) throws Exception {
        simulator.turn("token-defect", defect.name());
        return login(PHARMACIST).claims("id_token");
    }

    private JsonNode keys() throws Exception {
        return caller.get(caller.endpoint("certs")).assertOk().json().get("keys");
    }

    @Test
    void wrong_audience() throws Exception {
        assertNotEquals(Caller.ID, claims(TokenDefect.WRONG_AUDIENCE).get("aud").asText());
    }

    @Test
    void wrong_issuer() throws Exception {
        assertNotEquals(
                simulator.issuer().toString(),
                claims(TokenDefect.WRONG_ISSUER).get("iss").asText());
    }

    @Test
    void wrong_nonce() throws Exception {
        simulator.turn("token-defect", "WRONG_NONCE");
        var code = new BrowserLogin(simulator, caller).code();

        var tokens = caller.post("token", BrowserLogin.exchange(code)).assertOk();

        assertNotEquals("a nonce", tokens.claims("id_token").get("nonce").asText());
    }

    @Test
    void wrong_signature_under_the_published_kid() throws Exception {
        var token = idToken(TokenDefect.WRONG_SIGNATURE);

        assertTrue(Jwt.header(token).contains(keys().get(0).get("kid").asText()));
        assertFalse(Jwt.isSignedBy(token, keys().get(0)));
    }

    @Test
    void unknown_kid() throws Exception {
        var token = idToken(TokenDefect.UNKNOWN_KID);

        assertFalse(Jwt.header(token).contains(keys().get(0).get("kid").asText()));
    }

    @Test
    void duplicate_member() throws Exception {
        var text = Jwt.payload(idToken(TokenDefect.DUPLICATE_MEMBER));

        assertTrue(text.matches("\\{.*\"sub\":\"[^\"]*100029\".*\"sub\":\"[^\"]*\".*}"));
    }

    @Test
    void all_is_well_again_after_a_reset() throws Exception {
        idToken(TokenDefect.WRONG_SIGNATURE);

        simulator.resetDials();

        assertTrue(Jwt.isSignedBy(login(PHARMACIST).text("id_token"), keys().get(0)));
    }

    @Test
    void a_host_that_was_renamed() throws Exception {
        simulator.turn("drift", "RENAMED_HOST");

        var document = caller.get(URI.create(simulator.issuer() + "/.well-known/wallet-openid-configuration"))
                .assertOk();

        assertEquals("localhost", URI.create(document.text("issuer")).getHost());
        assertEquals("localhost", URI.create(document.text("token_endpoint")).getHost());
        assertEquals(
                simulator.issuer().getPort(),
                URI.create(document.text("token_endpoint")).getPort());
    }

    @Test
    void a_new_level() throws Exception {
        simulator.turn("drift", "NEW_ACR");

        assertEquals("eidas4", login(PHARMACIST).claims("id_token").get("acr").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SubjectNameID", "acr", "sub", "preferred_username"})
    void any_claim_may_be_missing(String claim) throws Exception {
        simulator.turn("missing-claims", claim + "," + "jti");

        var tokens = login(PHARMACIST);

        for (var kind : new String[] {"id_token", "access_token"}) {
            assertFalse(tokens.claims(kind).has(claim), kind);
            assertFalse(tokens.claims(kind).has("jti"), kind);
            assertTrue(tokens.claims(kind).has("sid"), kind);
        }
        assertFalse(caller.userInfo(tokens.text("access_token")).json().has(claim));
        var introspection = caller.introspect(tokens.text("access_token")).json();
        assertFalse(introspection.has(claim));
        assertTrue(introspection.get("active").asBoolean());
    }

    @Test
    void a_level_that_is_missing_is_missing_where_it_was_there_twice() throws Exception {
        simulator.turn("missing-claims", "acr").turn("token-profile", "OF_2021");

        assertFalse(Jwt.payload(login(PHARMACIST).text("access_token")).contains("\"acr\""));
    }

    @Test
    void claims_have_names() {
        simulator.turn("missing-claims", "b, a");
        assertEquals("a,b", simulator.dials().get("missing-claims"));
        for (var wrong : new String[] {"", "a,,b", " "}) {
            assertThrows(IllegalArgumentException.class, () -> Dial.MISSING_CLAIMS.parse(wrong), wrong);
        }
    }
}

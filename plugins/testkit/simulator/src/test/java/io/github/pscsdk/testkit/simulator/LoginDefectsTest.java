package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Signatures, and the professionals whose tokens are not to be believed. */
class LoginDefectsTest extends WithSimulator {
    @Test
    void a_token_is_signed_by_the_published_key_of_its_kid() throws Exception {
        var token = login("899999100011").text("id_token");

        assertTrue(Jwt.header(token).matches("\\{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"[A-Za-z0-9_-]{43}\"}"));
        assertTrue(Jwt.isSignedBy(token, published(token).orElseThrow()));
    }

    @Test
    void after_a_rotation_new_tokens_have_a_new_kid_and_old_ones_can_still_be_checked() throws Exception {
        var before = login("899999100011").text("id_token");

        simulator.rotateKeys();

        var after = login("899999100011").text("id_token");
        assertNotEquals(Jwt.header(before), Jwt.header(after));
        assertTrue(Jwt.isSignedBy(before, published(before).orElseThrow()));
        assertTrue(Jwt.isSignedBy(after, published(after).orElseThrow()));
    }

    @Test
    void an_impostors_token_bears_a_published_kid_and_a_wrong_signature() throws Exception {
        var token = login("899999100128").text("id_token");

        assertFalse(Jwt.isSignedBy(token, published(token).orElseThrow()));
    }

    @Test
    void a_strangers_token_bears_a_kid_that_is_never_published() throws Exception {
        var token = login("899999100136").text("id_token");

        assertEquals(Optional.empty(), published(token));
    }

    @Test
    void a_clock_may_be_an_hour_ahead() throws Exception {
        var claims = login("899999100144").claims("id_token");

        assertEquals(clock.instant().getEpochSecond() + 3600, claims.get("iat").asLong());
        assertEquals(clock.instant().getEpochSecond() + 3720, claims.get("exp").asLong());
    }

    @Test
    void somebody_else_may_answer() throws Exception {
        var tokens = login("899999100151");

        assertEquals(
                "899999100029", tokens.claims("id_token").get("SubjectNameID").asText());
        assertEquals(
                "899999100029", caller.userInfo(tokens.text("access_token")).text("SubjectNameID"));
    }

    @Test
    void userinfo_may_have_another_subject() throws Exception {
        var tokens = login("899999100185");

        assertNotEquals(
                tokens.claims("id_token").get("sub").asText(),
                caller.userInfo(tokens.text("access_token")).assertOk().text("sub"));
    }

    @Test
    void userinfo_may_be_larger_than_two_mebibytes() throws Exception {
        var tokens = login("899999100193");

        var userInfo = caller.userInfo(tokens.text("access_token")).assertOk();

        assertTrue(userInfo.response().body().length() > 2 * 1024 * 1024);
    }

    private Optional<JsonNode> published(String token) throws Exception {
        var keys = caller.get(caller.endpoint("certs")).assertOk().json().get("keys");
        return StreamSupport.stream(keys.spliterator(), false)
                .filter(key -> Jwt.header(token).contains("\"" + key.get("kid").asText() + "\""))
                .findFirst();
    }
}

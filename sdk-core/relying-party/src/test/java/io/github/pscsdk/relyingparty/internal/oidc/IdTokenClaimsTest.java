package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.CLIENT;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.NOW;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.claims;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.header;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.sign;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.with;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the token says: the one valid token, and one change per test. */
class IdTokenClaimsTest {
    private static final String AGAINST = " against that of Pro Santé Connect or its simulator";

    private static final String ISSUER = "another issuer made it";
    private static final String AUDIENCE = "it is for another client";
    private static final String NO_TIMES = "it lacks exp or iat";

    private final Verifying verifying = Verifying.byDefault();

    @ParameterizedTest
    @CsvSource({
        "iss, another issuer made it",
        "aud, it is for another client",
        "azp, another client is its authorized party",
        "nonce, its nonce is not the one sent",
        "at_hash, it belongs to another access token"
    })
    void a_value_that_is_nearly_the_expected_one(String claim, String refusal) {
        for (var nearly : List.<UnaryOperator<String>>of(
                value -> value.toUpperCase(Locale.ROOT),
                value -> value + "x",
                value -> value.substring(0, value.length() - 1))) {
            verifying.rejects(
                    with(claims -> claims.computeIfPresent(claim, (name, value) -> nearly.apply((String) value))),
                    refusal);
        }
    }

    @Test
    void no_issuer() {
        verifying.rejects(without("iss"), ISSUER);
    }

    @Test
    void no_audience() {
        verifying.rejects(without("aud"), AUDIENCE);
        verifying.rejects(with(claims -> claims.put("aud", List.of())), AUDIENCE);
    }

    /** As Wycheproof has them for other algorithms. */
    @Test
    void another_spelling_of_the_same_bytes() throws Exception {
        var token = with(claims -> {});
        verifying.accepts(token);
        var last = token.charAt(token.length() - 1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        // Of 256 bytes the last letter has four bits of its own.
        for (var twin = 1; twin < 16; twin++) {
            verifying.rejects(
                    token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + twin),
                    "it cannot be read");
        }
        verifying.rejects(token + "==", "it cannot be read");
        verifying.rejects(token.replaceFirst("\\.", "=."), "it cannot be read");
        verifying.rejects(token + "\n", "it cannot be read");
    }

    @Test
    void the_audience_as_an_array() throws Exception {
        verifying.accepts(with(claims -> claims.put("aud", List.of(CLIENT))));
    }

    @Test
    void an_audience_beside_us() {
        verifying.rejects(with(claims -> claims.put("aud", List.of("an-api", CLIENT))), "it is for others as well");
    }

    @Test
    void nobody_among_the_audiences() {
        verifying.rejects(with(claims -> claims.put("aud", Arrays.asList(CLIENT, null))), "its claims cannot be read");
    }

    @Test
    void one_audience_needs_no_authorized_party() throws Exception {
        verifying.accepts(without("azp"));
    }

    @Test
    void expired() {
        verifying.rejects(with(claims -> claims.put("exp", NOW.getEpochSecond() - 60)), "it has expired");
    }

    @Test
    void expired_within_the_leeway() throws Exception {
        verifying.accepts(with(claims -> claims.put("exp", NOW.getEpochSecond() - 59)));
    }

    @Test
    void no_expiry() {
        verifying.rejects(without("exp"), NO_TIMES);
    }

    @Test
    void an_expiry_that_is_text() {
        verifying.rejects(with(claims -> claims.put("exp", "1900000000")), "its claims cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1e400", "-1e400", "NaN"})
    void an_expiry_that_is_no_instant(String exp) {
        var payload = new Payload(new Payload(claims()).toString().replaceFirst("\"exp\":\\d+", "\"exp\":" + exp));
        var token = sign(header(JWSAlgorithm.RS256, "key-1").build(), payload, KEY);

        assertThrows(PscException.class, () -> verifying.verify(token));
    }

    @Test
    void the_last_instant_that_java_can_say() throws Exception {
        verifying.accepts(with(claims -> claims.put("exp", Instant.MAX.getEpochSecond())));
        verifying.rejects(with(claims -> claims.put("exp", Instant.MAX.getEpochSecond() + 1)), "its exp cannot be");
    }

    @Test
    void made_in_the_future() {
        verifying.rejects(
                with(claims -> claims.put("iat", NOW.getEpochSecond() + 61)),
                "it was made in the future; by its iat, our clock is 1 min 1 s slow" + AGAINST);
    }

    @Test
    void made_in_the_future_within_the_leeway() throws Exception {
        verifying.accepts(with(claims -> claims.put("iat", NOW.getEpochSecond() + 60)));
    }

    @Test
    void made_absurdly_long_ago() {
        verifying.rejects(
                with(claims -> claims.put("iat", NOW.getEpochSecond() - 3600)),
                "it was made too long ago; by its iat, our clock is 1 h fast" + AGAINST);
    }

    @Test
    void no_time_of_issue() {
        verifying.rejects(without("iat"), NO_TIMES);
    }

    @Test
    void authenticated_in_the_future() {
        verifying.rejects(
                with(claims -> claims.put("auth_time", NOW.getEpochSecond() + 61)), "its auth_time cannot be");
    }

    @Test
    void no_time_of_authentication() throws Exception {
        verifying.accepts(without("auth_time"));
    }

    @Test
    void no_nonce_though_one_was_sent() {
        verifying.rejects(without("nonce"), "its nonce is not the one sent");
    }

    @Test
    void no_nonce_where_none_was_sent() throws Exception {
        var claims = verifying.verify(without("nonce"), Optional.empty());

        assertEquals(Optional.of("MOBILE"), claims.authMode());
    }

    @Test
    void hash_of_another_access_token() {
        verifying.rejects(
                with(claims -> claims.put("at_hash", TokenVerifier.hash("another", "RS256"))),
                "it belongs to another access token");
    }

    @Test
    void no_hash_of_the_access_token() throws Exception {
        verifying.accepts(without("at_hash"));
    }

    @Test
    void the_hash_of_the_specification_s_example() {
        // OpenID Connect Core 1.0, appendix A.3.
        assertEquals(
                "77QmUPtjPfzWtF2AnpK9RQ", TokenVerifier.hash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", "RS256"));
    }

    @Test
    void no_subject() {
        verifying.rejects(without("sub"), "it names nobody");
        verifying.rejects(with(claims -> claims.put("sub", " ")), "it names nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Refresh", "Offline", "Logout"})
    void a_keycloak_token_of_another_kind(String kind) {
        verifying.rejects(with(claims -> claims.put("typ", kind)), "it is a token of another kind");
    }

    @Test
    void what_was_refused_is_not_in_the_message() {
        var failure = assertThrows(
                PscException.class, () -> verifying.verify(with(claims -> claims.put("iss", "899999100029"))));

        assertEquals("PSC-023 ID_TOKEN_REJECTED: " + ISSUER, failure.getMessage());
        assertEquals(null, failure.getCause());
    }
}

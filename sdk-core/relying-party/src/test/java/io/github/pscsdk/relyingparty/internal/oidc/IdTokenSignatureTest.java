package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.EC_KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.OTHER_KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.claims;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.header;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.published;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.sign;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.valid;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who signed the token, how, and what kind of token it is: one attack per test. */
class IdTokenSignatureTest {
    private static final String NOT_SIGNED = "it is not a signed token";
    private static final String UNREADABLE = "it cannot be read";
    private static final String ALGORITHM = "its algorithm is not accepted";
    private static final String NO_KEY = "its key is not published, or not for its algorithm";
    private static final String SIGNATURE = "its signature is wrong";
    private static final String OTHER_KIND = "it is a token of another kind";

    private final Verifying verifying = Verifying.byDefault();

    @Test
    void the_valid_token_is_accepted() throws Exception {
        verifying.accepts(valid());
    }

    @Test
    void a_header_that_was_read_before_says_nothing_of_the_next_one() throws Exception {
        verifying.accepts(valid());

        verifying.accepts(sign(header(JWSAlgorithm.RS256, "key-2").build(), claims(), OTHER_KEY));
        verifying.rejects(unsigned("NONE") + ".", ALGORITHM);
        verifying.accepts(valid());
    }

    @Test
    void an_odd_character_within_the_signature() {
        var inside = valid().length() - 5;

        verifying.rejects(valid().substring(0, inside) + "!" + valid().substring(inside), UNREADABLE);
    }

    @Test
    void alg_none() {
        verifying.rejects(unsigned("none") + ".", ALGORITHM);
    }

    @Test
    void alg_none_in_capitals() {
        verifying.rejects(unsigned("NONE") + ".", ALGORITHM);
    }

    private static String unsigned(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}") + "."
                + encoded(new Payload(claims()).toString());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void signed_with_the_public_key_as_a_shared_secret() throws Exception {
        var forged = new JWSObject(header(JWSAlgorithm.HS256, "key-1").build(), new Payload(claims()));
        forged.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));

        verifying.rejects(forged.serialize(), ALGORITHM);
    }

    @Test
    void an_algorithm_that_is_not_in_the_list() {
        verifying.rejects(sign(header(JWSAlgorithm.RS512, "key-1").build(), claims(), KEY), ALGORITHM);
    }

    @Test
    void an_algorithm_that_was_put_in_the_list() throws Exception {
        var claims = claims();
        claims.remove("at_hash");

        Verifying.accepting("PS256")
                .accepts(sign(header(JWSAlgorithm.PS256, "key-1").build(), claims, KEY));
        Verifying.accepting("ES256")
                .accepts(sign(header(JWSAlgorithm.ES256, "key-ec").build(), claims, EC_KEY));
    }

    @Test
    void an_elliptic_curve_signature_under_the_id_of_an_rsa_key() {
        var token = sign(header(JWSAlgorithm.ES256, "key-1").build(), claims(), EC_KEY);

        Verifying.accepting("RS256", "ES256").rejects(token, NO_KEY);
    }

    @Test
    void no_key_id() {
        verifying.rejects(sign(header(JWSAlgorithm.RS256, null).build(), claims(), KEY), "it names no key");
    }

    @Test
    void an_unknown_key_id() {
        verifying.rejects(sign(header(JWSAlgorithm.RS256, "key-9").build(), claims(), KEY), NO_KEY);
    }

    @Test
    void signed_by_another_key_than_it_names() {
        verifying.rejects(sign(header(JWSAlgorithm.RS256, "key-1").build(), claims(), OTHER_KEY), SIGNATURE);
    }

    @Test
    void a_key_that_travels_in_the_header() {
        var own = SignedTokens.rsa("key-1");
        var header = header(JWSAlgorithm.RS256, "key-1").jwk(own.toPublicJWK()).build();

        verifying.rejects(sign(header, claims(), own), SIGNATURE);
    }

    @Test
    void a_claim_changed_after_signing() {
        var parts = valid().split("\\.");
        var other = claims();
        other.put("SubjectNameID", "899999100029");

        verifying.rejects(parts[0] + "." + encoded(new Payload(other).toString()) + "." + parts[2], SIGNATURE);
    }

    @Test
    void the_signature_taken_off() {
        verifying.rejects(valid().replaceFirst("\\.[^.]*$", "."), SIGNATURE);
    }

    @Test
    void a_critical_header_member_that_nobody_knows() {
        var header = header(JWSAlgorithm.RS256, "key-1")
                .customParam("http://example.test/extension", true)
                .criticalParams(Set.of("http://example.test/extension"))
                .build();

        verifying.rejects(sign(header, claims(), KEY), "its header has crit, b64 or zip");
    }

    @Test
    void an_access_token_of_the_same_issuer() {
        var header = header(JWSAlgorithm.RS256, "key-1")
                .type(new JOSEObjectType("at+jwt"))
                .build();

        verifying.rejects(sign(header, claims(), KEY), OTHER_KIND);
    }

    @Test
    void a_logout_token_of_the_same_issuer() {
        var header = header(JWSAlgorithm.RS256, "key-1")
                .type(new JOSEObjectType("logout+JWT"))
                .build();

        verifying.rejects(sign(header, claims(), KEY), OTHER_KIND);
    }

    @Test
    void no_other_type_than_jwt_is_tolerated() throws Exception {
        verifying.accepts(sign(
                header(JWSAlgorithm.RS256, "key-1").type(JOSEObjectType.JWT).build(), claims(), KEY));
        verifying.rejects(
                sign(
                        header(JWSAlgorithm.RS256, "key-1")
                                .type(new JOSEObjectType("id+jwt"))
                                .build(),
                        claims(),
                        KEY),
                OTHER_KIND);
    }

    @Test
    void a_key_published_for_encryption() {
        var keys = published(new RSAKey.Builder(KEY).keyUse(KeyUse.ENCRYPTION).build());

        Verifying.knowing(keys).rejects(valid(), NO_KEY);
    }

    @Test
    void a_key_published_for_another_algorithm() {
        var keys =
                published(new RSAKey.Builder(KEY).algorithm(JWSAlgorithm.RS512).build());

        Verifying.knowing(keys).rejects(valid(), NO_KEY);
    }

    @Test
    void a_key_that_is_too_short() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var pair = generator.generateKeyPair();
        var weak = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .keyID("key-1")
                .build();

        Verifying.knowing(published(weak)).rejects(valid(), NO_KEY);
    }

    @Test
    void two_keys_of_the_same_id() throws Exception {
        var twin = new RSAKey.Builder(OTHER_KEY).keyID("key-1").build();

        Verifying.knowing(published(twin, KEY)).accepts(valid());
    }

    @Test
    void an_encrypted_token() {
        verifying.rejects(valid() + ".YQ.YQ", NOT_SIGNED);
    }

    @Test
    void garbage() {
        verifying.rejects("", NOT_SIGNED);
        verifying.rejects("not a token", NOT_SIGNED);
        verifying.rejects("..", UNREADABLE);
        verifying.rejects("!!.!!.!!", UNREADABLE);
    }

    @Test
    void claims_that_are_not_an_object() {
        var list = sign(header(JWSAlgorithm.RS256, "key-1").build(), new Payload("[1]"), KEY);

        verifying.rejects(list, "its claims cannot be read");
    }

    @Test
    void claims_nested_ten_thousand_deep() {
        var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        var token = sign(header(JWSAlgorithm.RS256, "key-1").build(), new Payload(deep), KEY);

        verifying.rejects(token, "its claims cannot be read");
    }

    @Test
    void unknown_claims_are_ignored() throws Exception {
        verifying.accepts(SignedTokens.with(claims -> claims.put("new", Map.of("of", "2030"))));
    }
}

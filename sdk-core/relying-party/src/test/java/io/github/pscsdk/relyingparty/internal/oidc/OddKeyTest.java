package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.EC_KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.OTHER_KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.claims;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.header;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.sign;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.Flaw;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.Roca;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A key set with the good key and one odd one. */
class OddKeyTest {
    private static final String GOOD = text(KEY.toPublicJWK());

    private static String text(JWK key) {
        return JSONObjectUtils.toJSONString(key.toJSONObject());
    }

    private static String text(JWK key, Map<String, Object> changes) {
        var members = new HashMap<>(key.toJSONObject());
        members.put("kid", "odd");
        members.putAll(changes);
        members.values().removeIf(""::equals);
        return JSONObjectUtils.toJSONString(members);
    }

    private static String rsa(Map<String, Object> changes) {
        return text(OTHER_KEY.toPublicJWK(), changes);
    }

    private static String ec(Map<String, Object> changes) {
        return text(EC_KEY.toPublicJWK(), changes);
    }

    /** What is an empty text is left out. */
    private static Map<String, Object> but(String member, Object value) {
        return Map.of(member, value);
    }

    private static String shortModulus() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return encoded(((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus());
    }

    /**
     * A modulus of the form that the faulty library makes; its factors need not be prime to be found. Each is k·M + (65537^a mod M), where M is
     * the product of the first 126 primes.
     */
    static String rocaModulus() {
        var product = IntStream.iterate(2, n -> n + 1)
                .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
                .limit(126)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
        return encoded(factor(product, 4242).multiply(factor(product, 77)));
    }

    private static BigInteger factor(BigInteger product, int a) {
        var k = BigInteger.ONE.shiftLeft(1024).divide(product).subtract(BigInteger.valueOf(a));
        return k.multiply(product).add(BigInteger.valueOf(65537).modPow(BigInteger.valueOf(a), product));
    }

    private static String encoded(BigInteger number) {
        return Base64URL.encode(number).toString();
    }

    static Stream<Arguments> odd_keys() throws GeneralSecurityException {
        return Stream.of(
                arguments("null", "null", Flaw.UNREADABLE),
                arguments("a text", "\"key\"", Flaw.UNREADABLE),
                arguments("a number", "7", Flaw.UNREADABLE),
                arguments("a list", "[]", Flaw.UNREADABLE),
                arguments("an empty object", "{}", Flaw.UNREADABLE),
                arguments("no kty", rsa(but("kty", "")), Flaw.UNREADABLE),
                arguments("a numeric kty", rsa(but("kty", 1)), Flaw.UNREADABLE),
                arguments("an unknown kty", rsa(but("kty", "AKP")), Flaw.UNREADABLE),
                arguments("a kty in lower case", rsa(but("kty", "rsa")), Flaw.UNREADABLE),
                arguments("a numeric kid", rsa(but("kid", 7)), Flaw.UNREADABLE),
                arguments("a numeric alg", rsa(but("alg", 256)), Flaw.UNREADABLE),
                arguments("a numeric use", rsa(but("use", 1)), Flaw.UNREADABLE),
                arguments("key_ops that are no list", rsa(but("key_ops", "verify")), Flaw.UNREADABLE),
                arguments("a broken x5c", rsa(but("x5c", List.of("!!!"))), Flaw.UNREADABLE),
                arguments("an x5c that is no list", rsa(but("x5c", 7)), Flaw.UNREADABLE),
                arguments("no modulus", rsa(but("n", "")), Flaw.UNREADABLE),
                arguments("no exponent", rsa(but("e", "")), Flaw.UNREADABLE),
                arguments(
                        "a modulus beyond all numbers",
                        rsa(but("n", "NUMBER")).replace("\"NUMBER\"", "1e400"),
                        Flaw.UNREADABLE),
                arguments("a modulus that is no base64url", rsa(but("n", "!!!")), Flaw.SHORT),
                arguments("an RSA key of 1024 bits", rsa(but("n", shortModulus())), Flaw.SHORT),
                arguments("an RSA key of 20,000 bits", rsa(but("n", "w".repeat(3334))), Flaw.LONG),
                arguments("the exponent 1", rsa(but("e", "AQ")), Flaw.WEAK),
                arguments("an even exponent", rsa(but("e", "Ag")), Flaw.WEAK),
                arguments("a modulus that can be factored (ROCA)", rsa(but("n", rocaModulus())), Flaw.WEAK),
                arguments("an algorithm of elliptic curves", rsa(but("alg", "ES256")), Flaw.ALGORITHM),
                arguments("an algorithm for encryption", rsa(but("alg", "RSA-OAEP")), Flaw.ALGORITHM),
                arguments("an RSA algorithm on a curve", ec(but("alg", "RS256")), Flaw.ALGORITHM),
                arguments("the private RSA key", text(OTHER_KEY, Map.of()), Flaw.PRIVATE),
                arguments("one private RSA member", rsa(but("d", "AQAB")), Flaw.PRIVATE),
                arguments("the private key of a curve", text(EC_KEY, Map.of()), Flaw.PRIVATE),
                arguments("a private key for encryption", text(OTHER_KEY, but("use", "enc")), Flaw.PRIVATE),
                arguments("a shared secret", "{\"kty\":\"oct\",\"kid\":\"odd\",\"k\":\"AQAB\"}", Flaw.SYMMETRIC),
                arguments("an unknown curve", ec(but("crv", "P-999")), Flaw.UNREADABLE),
                arguments("a point that is not on the curve", ec(but("x", "AQAB")), Flaw.UNREADABLE),
                arguments("half a point", ec(but("y", "")), Flaw.UNREADABLE),
                arguments(
                        "a curve that nothing here verifies by",
                        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"kid\":\"odd\",\"x\":\"" + "A".repeat(43) + "\"}",
                        Flaw.UNSUPPORTED),
                arguments("a key for encryption", rsa(but("use", "enc")), null),
                arguments("a key that only signs", rsa(but("key_ops", List.of("sign"))), null));
    }

    private static PublishedKeys parse(String... keys) throws Exception {
        return PublishedKeys.parse(("{\"keys\":[" + String.join(",", keys) + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static Verifying knowing(String... keys) {
        return Verifying.knowing(("{\"keys\":[" + String.join(",", keys) + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd_keys")
    void one_odd_key_is_skipped_and_told_and_does_not_cost_the_good_one(String name, String odd, Flaw flaw)
            throws Exception {
        knowing(odd, GOOD).accepts(valid());
        knowing(GOOD, odd.replace("\"odd\"", "\"key-1\"")).accepts(valid());

        var keys = parse(odd, GOOD);

        assertEquals(flaw == null ? Map.of() : Map.of(flaw, 1), keys.skipped());
        assertEquals(List.of(), keys.find(Optional.of("odd"), JWSAlgorithm.RS256));
        assertTrue(keys.find(Optional.of("7"), JWSAlgorithm.RS256).isEmpty());
    }

    @Test
    void good_keys_are_no_roca_keys() throws Exception {
        assertFalse(Roca.made(KEY.toRSAPublicKey().getModulus()));
        assertFalse(Roca.made(OTHER_KEY.toRSAPublicKey().getModulus()));
    }

    @Test
    void key_ops_that_allow_verifying_are_taken() throws Exception {
        knowing(text(KEY.toPublicJWK(), Map.of("kid", "key-1", "key_ops", List.of("verify"))))
                .accepts(valid());
    }

    @Test
    void one_key_without_id_serves_tokens_with_and_without_one() throws Exception {
        var keys = knowing(text(KEY.toPublicJWK(), but("kid", "")));

        keys.accepts(valid());
        keys.accepts(sign(header(JWSAlgorithm.RS256, null).build(), claims(), KEY));
        keys.rejects(sign(header(JWSAlgorithm.RS256, null).build(), claims(), OTHER_KEY), "its signature is wrong");
    }

    @Test
    void one_key_with_an_id_serves_tokens_without_one() throws Exception {
        knowing(GOOD).accepts(sign(header(JWSAlgorithm.RS256, null).build(), claims(), KEY));
    }

    @Test
    void of_two_keys_one_without_id_serves_nobody() {
        var keys = knowing(text(KEY.toPublicJWK(), but("kid", "")), rsa(Map.of()));

        keys.rejects(sign(header(JWSAlgorithm.RS256, null).build(), claims(), KEY), "it names no key");
        keys.rejects(valid(), "its key is not published, or not for its algorithm");
    }
}

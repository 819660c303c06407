package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.Flaw;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which published keys may sign, and which algorithm each is for. */
class PublishedKeysTest {
    private static final BigInteger MODULUS = modulus(2048);

    /** Odd, of exactly so many bits, and no power of 65537 modulo 3, 5 and 7. */
    private static BigInteger modulus(int bits) {
        var random = new Random(bits);
        var number = new BigInteger(bits, random).setBit(bits - 1).setBit(0);
        while (PublishedKeys.Roca.made(number)) {
            number = number.add(BigInteger.TWO);
        }
        return number;
    }

    private static String rsa(BigInteger modulus, long exponent, String more) {
        return "{'kty':'RSA','kid':'a','n':'" + Base64URL.encode(modulus) + "','e':'"
                + Base64URL.encode(BigInteger.valueOf(exponent)) + "'" + more + "}";
    }

    private static PublishedKeys parse(String... keys) throws PscException {
        return PublishedKeys.parse(
                ("{'keys':[" + String.join(",", keys) + "]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Flaw, Integer> flaws(String key) throws PscException {
        var keys = parse(key);
        assertFalse(keys.serves("RS256"));
        assertFalse(has(keys, "a"));
        return keys.skipped();
    }

    private static void assertUsable(String key) throws PscException {
        var keys = parse(key);
        assertTrue(keys.serves("RS256"));
        assertEquals(Map.of(), keys.skipped());
        assertEquals(1, keys.find(Optional.of("a"), JWSAlgorithm.RS256).size());
    }

    @ParameterizedTest
    @CsvSource({"2048, ", "2047, SHORT", "1024, SHORT", "16384, ", "16385, LONG"})
    void an_rsa_key_has_2048_to_16384_bits(int bits, Flaw flaw) throws Exception {
        var key = rsa(modulus(bits), 65537, "");

        if (flaw == null) {
            assertUsable(key);
        } else {
            assertEquals(Map.of(flaw, 1), flaws(key));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 65536})
    void an_exponent_that_is_1_or_even_proves_nothing(long exponent) throws Exception {
        assertEquals(Map.of(Flaw.WEAK, 1), flaws(rsa(MODULUS, exponent, "")));
        assertUsable(rsa(MODULUS, 3, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"'use':'enc'", "'key_ops':['encrypt']", "'key_ops':['sign']", "'use':'enc','alg':'RSA-OAEP'"})
    void a_key_for_another_use_signs_nothing_and_is_no_flaw(String use) throws Exception {
        assertEquals(Map.of(), flaws(rsa(MODULUS, 65537, "," + use)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"'use':'sig'", "'key_ops':['verify']", "'key_ops':['sign','verify']", "'use':'sig','alg':'RS256'"})
    void a_key_that_is_for_signatures_may_sign(String use) throws Exception {
        assertUsable(rsa(MODULUS, 65537, "," + use));
    }

    @ParameterizedTest
    @CsvSource({"ES256, ALGORITHM", "HS256, ALGORITHM", "RSA-OAEP, ALGORITHM", "none, ALGORITHM"})
    void a_key_whose_algorithm_is_none_of_its_kind_is_skipped(String algorithm, Flaw flaw) throws Exception {
        assertEquals(Map.of(flaw, 1), flaws(rsa(MODULUS, 65537, ",'alg':'" + algorithm + "'")));
    }

    @ParameterizedTest
    @CsvSource({"RS256, 1", "RS384, 0", "RS512, 0", "PS256, 0", "ES256, 0"})
    void a_key_that_names_an_algorithm_is_for_that_alone(String algorithm, int found) throws Exception {
        var keys = parse(rsa(MODULUS, 65537, ",'alg':'RS256'"));

        assertEquals(
                found,
                keys.find(Optional.of("a"), JWSAlgorithm.parse(algorithm)).size());
    }

    @ParameterizedTest
    @CsvSource({"RS256, 1", "RS512, 1", "ES256, 0", "HS256, 0"})
    void a_key_that_names_none_is_for_those_of_its_kind(String algorithm, int found) throws Exception {
        var keys = parse(rsa(MODULUS, 65537, ""));

        assertEquals(
                found,
                keys.find(Optional.of("a"), JWSAlgorithm.parse(algorithm)).size());
    }

    private static boolean has(PublishedKeys keys, String keyId) {
        return !keys.find(Optional.ofNullable(keyId), JWSAlgorithm.RS256).isEmpty();
    }

    @Test
    void a_secret_or_a_key_of_an_unknown_kind_is_skipped() throws Exception {
        assertEquals(Map.of(Flaw.SYMMETRIC, 1), flaws("{'kty':'oct','kid':'a','k':'AAAA'}"));
        assertEquals(
                Map.of(Flaw.UNSUPPORTED, 1),
                flaws("{'kty':'OKP','crv':'Ed25519','kid':'a','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}"));
        assertEquals(Map.of(Flaw.UNREADABLE, 1), flaws("{'kty':'another'}"));
        assertEquals(Map.of(Flaw.UNREADABLE, 1), flaws("1"));
        assertEquals(Map.of(Flaw.PRIVATE, 1), flaws(SignedTokens.KEY.toString().replace('"', '\'')));
    }

    @Test
    void a_key_that_cannot_be_used_does_not_cost_the_others() throws Exception {
        var keys = parse("{}", rsa(modulus(1024), 65537, ""), rsa(MODULUS, 65537, ""), "{}");

        assertTrue(keys.serves("RS256"));
        assertTrue(has(keys, "a"));
        assertEquals(Map.of(Flaw.UNREADABLE, 2, Flaw.SHORT, 1), keys.skipped());
    }

    @Test
    void of_several_keys_a_token_without_an_id_finds_the_one_that_suits_its_algorithm() throws Exception {
        var keys = PublishedKeys.parse(SignedTokens.published(SignedTokens.KEY, SignedTokens.EC_KEY));

        assertEquals(
                List.of(Optional.of(SignedTokens.KEY.getKeyID())),
                keys.find(Optional.empty(), JWSAlgorithm.RS256).stream()
                        .map(SigningKey::id)
                        .toList());
        assertEquals(
                List.of(Optional.of(SignedTokens.EC_KEY.getKeyID())),
                keys.find(Optional.empty(), JWSAlgorithm.ES256).stream()
                        .map(SigningKey::id)
                        .toList());
        assertEquals(List.of(), keys.find(Optional.of("another"), JWSAlgorithm.RS256));
    }

    @Test
    void a_token_finds_the_key_that_it_names_or_the_only_one_there_is() throws Exception {
        var other = rsa(MODULUS, 65537, "").replace("'kid':'a'", "'kid':'b'");
        var anonymous = rsa(MODULUS, 65537, "").replace("'kid':'a',", "");

        assertTrue(has(parse(rsa(MODULUS, 65537, "")), "a"));
        assertFalse(has(parse(rsa(MODULUS, 65537, "")), "b"));
        assertTrue(has(parse(rsa(MODULUS, 65537, "")), null));
        assertTrue(has(parse(anonymous), "b"));
        assertFalse(has(parse(anonymous, other), "a"));
        assertFalse(has(parse(anonymous, other), null));
        assertTrue(has(parse(anonymous, other), "b"));
        assertEquals(
                1,
                parse(rsa(MODULUS, 65537, ""), other)
                        .find(Optional.of("b"), JWSAlgorithm.RS256)
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":{}}", "[]"})
    void what_is_no_key_set_is_refused(String json) {
        var failure =
                assertThrows(PscException.class, () -> PublishedKeys.parse(json.getBytes(StandardCharsets.UTF_8)));

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, failure.problem());
    }

    @Test
    void a_modulus_of_the_faulty_library_is_found_and_another_one_is_not() {
        assertTrue(PublishedKeys.Roca.made(BigInteger.valueOf(65537).pow(5)));
        assertTrue(PublishedKeys.Roca.made(BigInteger.ONE));
        assertFalse(PublishedKeys.Roca.made(BigInteger.valueOf(65537).pow(5).add(BigInteger.TWO)));
        assertFalse(PublishedKeys.Roca.made(SignedTokens.KEY.getModulus().decodeToBigInteger()));
    }
}

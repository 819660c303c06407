package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificate a token is bound to. */
class BoundTokenTest {
    private static final X509Certificate ONE =
            new HeldCertificate.Builder().build().certificate();
    private static final X509Certificate OTHER =
            new HeldCertificate.Builder().build().certificate();

    private static byte[] digest() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(ONE.getEncoded());
    }

    private static String token(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl";
    }

    private static void assertIsOfOneAlone(String hash) {
        var bound = CertificateConfirmation.in(token("{\"cnf\":{\"x5t#S256\":\"" + hash + "\"}}"))
                .orElseThrow();
        assertTrue(bound.isOf(ONE));
        assertFalse(bound.isOf(OTHER));
    }

    @Test
    void as_rfc_8705_spells_it() throws Exception {
        assertIsOfOneAlone(Base64.getUrlEncoder().withoutPadding().encodeToString(digest()));
    }

    @Test
    void as_the_authorization_servers_of_ans_spell_it() throws Exception {
        var hex = HexFormat.of().formatHex(digest()).getBytes(StandardCharsets.US_ASCII);

        assertIsOfOneAlone(Base64.getEncoder().encodeToString(hex));
    }

    @Test
    void in_capitals_or_in_the_alphabet_of_plain_base64() throws Exception {
        var hex = HexFormat.of().formatHex(digest()).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);

        assertIsOfOneAlone(Base64.getEncoder().encodeToString(hex));
        assertIsOfOneAlone(Base64.getEncoder().encodeToString(digest()));
    }

    @Test
    void half_a_hash_is_of_no_certificate() throws Exception {
        var half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest(), 16));

        assertFalse(new CertificateConfirmation(half).isOf(ONE));
    }

    @Test
    void both_spellings_of_the_published_example_name_the_same_hash() {
        var ans = "MzUwMDJlZjU3MTMwZGE5NTgwOGE2MzhjNDhhNzE0MmQzYjcyMDYxMTJiNWI1MGE4NTBlYzY0MDljMWE2MDFhMA==";
        var hex = new String(Base64.getDecoder().decode(ans), StandardCharsets.US_ASCII);

        assertEquals(
                "NQAu9XEw2pWAimOMSKcULTtyBhErW1CoUOxkCcGmAaA",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cnf\":null}",
                "{\"cnf\":{}}",
                "{\"cnf\":{\"x5t#S256\":\" \"}}",
                "{\"cnf\":{\"x5t#S256\":{\"a\":1}}}",
                "{\"cnf\":\"text\"}",
                "[]",
                "not JSON"
            })
    void a_token_that_does_not_say_so_is_not_bound(String claims) {
        assertEquals(Optional.empty(), CertificateConfirmation.in(token(claims)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.b.c", "a.é.c", "....", "a.b.c.d.e"})
    void an_opaque_token_says_nothing_and_fails_nothing(String token) {
        assertEquals(Optional.empty(), CertificateConfirmation.in(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "====", "AAAA", "%%%"})
    void a_hash_in_no_spelling_that_is_known_is_nobody_s(String hash) {
        assertFalse(new CertificateConfirmation(hash).isOf(ONE));
    }
}

package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateConfirmationTest {
    private static X509Certificate one;
    private static X509Certificate other;

    @BeforeAll
    static void makeCertificates() throws Exception {
        try (var simulator = PscSimulator.builder()
                .https()
                .client(SimulatedClient.withCertificate("one"))
                .client(SimulatedClient.withCertificate("other"))
                .start()) {
            one = certificateOf(simulator, "one");
            other = certificateOf(simulator, "other");
        }
    }

    private static X509Certificate certificateOf(PscSimulator simulator, String client) throws Exception {
        var store = simulator.clientKeyStore(client);
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    private static byte[] digest() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(one.getEncoded());
    }

    private static String token(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl";
    }

    private static void assertIsOfOneAlone(String hash) {
        var bound = CertificateConfirmation.in(token("{\"cnf\":{\"x5t#S256\":\"" + hash + "\"}}"))
                .orElseThrow();
        assertTrue(bound.isOf(one));
        assertFalse(bound.isOf(other));
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
        assertFalse(new CertificateConfirmation(hash).isOf(one));
    }
}

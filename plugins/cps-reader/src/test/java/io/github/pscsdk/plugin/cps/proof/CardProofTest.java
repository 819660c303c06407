package io.github.pscsdk.plugin.cps.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.plugin.cps.CpsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardProofTest {
    private static final String MODULE = "pscsdk.cps.module";

    @Test
    void the_module_can_be_named_without_code() {
        System.setProperty(MODULE, "cps.so");
        try {
            assertEquals(
                    Optional.of(Path.of("cps.so")),
                    CpsSettings.builder().build().pkcs11Module());
        } finally {
            System.clearProperty(MODULE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/", "https:///card", "https://person:code@localhost/"})
    void a_proof_goes_to_an_https_address_alone(String address) throws Exception {
        var settings = CpsSettings.builder().pkcs11Module(Path.of("none.so")).build();
        var proof = CardProof.through(settings, CardGeneration.CPS4);

        assertThrows(IllegalArgumentException.class, () -> proof.prove(URI.create(address)));
    }

    @Test
    void a_proven_card_prints_its_issuer_and_neither_serial_number_nor_identifier() throws Exception {
        var holder = new NationalId("899700075122");
        var certificate = TestPair.forAuthentication(holder.value()).certificate();

        var printed = new ProvenCard(certificate, Optional.of(holder), "TLSv1.3").toString();

        assertTrue(printed.contains("TEST AC IGC-SANTE FORT PERSONNES"), printed);
        assertFalse(printed.contains(holder.value()));
        assertFalse(printed.contains(certificate.getSerialNumber().toString()));
    }
}

package io.github.pscsdk.plugin.cps.internal.card;

import static io.github.pscsdk.plugin.cps.internal.card.TestCertificates.NOT_AFTER;
import static io.github.pscsdk.plugin.cps.internal.card.TestCertificates.NOT_BEFORE;
import static io.github.pscsdk.plugin.cps.internal.card.TestCertificates.OTHER_ISSUER;
import static io.github.pscsdk.plugin.cps.internal.card.TestCertificates.PRODUCTION_ISSUER;
import static io.github.pscsdk.plugin.cps.internal.card.TestCertificates.TEST_ISSUER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate.Nature;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationCertificateTest {
    private static final String DOCTOR = "C=FR,T=Pharmacien,SURNAME=PHARMACH0007512+CN=899700075122+GIVENNAME=CAROLE";
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The layouts published with ANS's test code, one after the other.
                DOCTOR + "|899700075122|CAROLE PHARMACH0007512",
                "C=FR,O=TEST,OU=Masseur-Kinésithérapeute,GIVENNAME=HONORE+SURNAME=MASSEUR1044+CN=00B7010446"
                        + "|00B7010446|HONORE MASSEUR1044",
                "C=FR,O=TEST,L=Paris (75),OU=300000000029751,GIVENNAME=PATRICE+SURNAME=MAITRE29751"
                        + "+CN=500000000029751/CPAT0001|500000000029751/CPAT0001|PATRICE MAITRE29751",
                "C=FR,ST=Seine-Maritime (76),O=STRUCTURE FICTIVE,OU=1760021832,T=Carte de service santé ou social,"
                        + "Pseudonym=EMPLOYE000000018,CN=3760021832/000000018|3760021832/000000018|EMPLOYE000000018"
            })
    void each_layout_names_its_holder(String subject, String nationalId, String name) throws Exception {
        var certificate = read(subject, TEST_ISSUER);

        assertEquals(Optional.of(new NationalId(nationalId)), certificate.nationalId());
        assertEquals(Optional.of(name), certificate.holderName());
    }

    @Test
    void an_rpps_number_without_its_prefix_is_completed_and_one_with_a_wrong_key_is_not() throws Exception {
        assertEquals(
                Optional.of(new NationalId("899999100011")),
                read("C=FR,CN=99999100011", TEST_ISSUER).nationalId());
        assertEquals(Optional.empty(), read("C=FR,CN=99999100012", TEST_ISSUER).nationalId());
    }

    @Test
    void a_holder_without_any_name_has_none() throws Exception {
        assertEquals(
                Optional.empty(),
                read("C=FR,CN=3760021832/000000018", TEST_ISSUER).holderName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"C=FR,GIVENNAME=A", "C=FR,CN=court", "C=FR,CN=un nom de personne"})
    void a_common_name_that_is_no_identifier_names_nobody(String subject) throws Exception {
        assertEquals(Optional.empty(), read(subject, TEST_ISSUER).nationalId());
    }

    @Test
    void its_validity_is_read() throws Exception {
        var certificate = read(DOCTOR, TEST_ISSUER);

        assertEquals(NOT_BEFORE, certificate.notBefore());
        assertEquals(NOT_AFTER, certificate.notAfter());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                DOCTOR + "|" + TEST_ISSUER + "|TEST",
                DOCTOR + "|C=FR,O=ASIP-SANTE,CN=TEST AC IGC-SANTE FORT PERSONNES|TEST",
                "C=FR,O=TEST,CN=00B7010446|" + OTHER_ISSUER + "|TEST",
                DOCTOR + "|" + PRODUCTION_ISSUER + "|PRODUCTION",
                DOCTOR + "|" + OTHER_ISSUER + "|UNKNOWN"
            })
    void the_issuer_tells_a_test_card_from_a_real_one(String subject, String issuer, Nature nature) throws Exception {
        assertEquals(nature, read(subject, issuer).nature());
    }

    static Stream<Arguments> categories() {
        return Stream.of(
                Arguments.of(new DEROctetString(new byte[] {(byte) 0x80}), Nature.TEST),
                Arguments.of(new DERPrintableString("80"), Nature.TEST),
                Arguments.of(new DERUTF8String("00"), Nature.PRODUCTION),
                Arguments.of(new DEROctetString(new byte[] {0x00}), Nature.PRODUCTION),
                Arguments.of(new DERUTF8String("inconnu"), Nature.UNKNOWN),
                Arguments.of(new DEROctetString(new byte[0]), Nature.PRODUCTION));
    }

    @ParameterizedTest
    @MethodSource("categories")
    void the_category_tells_it_as_well_and_never_makes_a_certificate_unreadable(ASN1Encodable value, Nature nature)
            throws Exception {
        var der = TestCertificates.withExtension(DOCTOR, OTHER_ISSUER, CATEGORY, value);

        assertEquals(nature, AuthenticationCertificate.of(der).nature());
    }

    @Test
    void a_test_issuer_counts_more_than_a_category() throws Exception {
        var der = TestCertificates.withExtension(DOCTOR, TEST_ISSUER, CATEGORY, new DERUTF8String("00"));

        assertEquals(Nature.TEST, AuthenticationCertificate.of(der).nature());
    }

    @Test
    void an_extension_of_the_family_that_nobody_knows_is_ignored() throws Exception {
        var der = TestCertificates.withExtension(
                DOCTOR, PRODUCTION_ISSUER, "1.2.250.1.71.1.2.99", new DERBMPString("quoi"));

        assertEquals(Nature.PRODUCTION, AuthenticationCertificate.of(der).nature());
    }

    @Test
    void what_is_no_certificate_is_refused_without_being_quoted() {
        var failure =
                assertThrows(CardDataException.class, () -> AuthenticationCertificate.of(new byte[] {0x30, 0x00}));

        assertEquals(null, failure.getCause());
    }

    @Test
    void nobody_is_printed() throws Exception {
        var certificate = read(DOCTOR, TEST_ISSUER);

        assertFalse(certificate.toString().contains("CAROLE"));
        assertFalse(certificate.toString().contains("899700075122"));
    }

    private static AuthenticationCertificate read(String subject, String issuer) throws Exception {
        return AuthenticationCertificate.of(TestCertificates.of(subject, issuer));
    }
}

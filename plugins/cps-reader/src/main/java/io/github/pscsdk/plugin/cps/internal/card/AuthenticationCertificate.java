package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.api.professional.NationalId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate that logs in, read and not verified: Pro Santé Connect does that.
 *
 * @param nationalId from the common name; that of staff holds a slash
 * @param holderName given names first, or the pseudonym of staff, or empty
 */
public record AuthenticationCertificate(
        Optional<NationalId> nationalId,
        Optional<String> holderName,
        Nature nature,
        Instant notBefore,
        Instant notAfter) {
    /** A real card or a test card, as the issuer tells for sure; the category in an extension does not. */
    public enum Nature {
        /** Of the production hierarchy. */
        PRODUCTION,
        /** Category 80, or issued by a TEST authority. */
        TEST,
        /** The certificate does not say. */
        UNKNOWN
    }

    private static final String PRODUCTION_HIERARCHY = "IGC-SANTE";
    private static final String TEST_HIERARCHY = "IGC-SANTE TEST";
    private static final String TEST_AUTHORITY = "TEST ";
    private static final String TEST_STRUCTURE = "TEST"; // the older layout: subject O=TEST

    /** The nomenclature of product categories (table G01), also seen as the identifier of an extension. */
    private static final String CATEGORY = "1.2.250.1.71.1.2.5";

    // Attributes, by the last byte of their identifier 2.5.4.x (X.520).
    private static final int COMMON_NAME = 3;
    private static final int SURNAME = 4;
    private static final int ORGANIZATION = 10;
    private static final int ORGANIZATIONAL_UNIT = 11;
    private static final int GIVEN_NAME = 42;
    private static final int PSEUDONYM = 65;

    private static final Pattern BARE_RPPS = Pattern.compile("\\d{11}");

    public static AuthenticationCertificate of(byte[] der) throws CardDataException {
        try {
            var x509 = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return of((X509Certificate) x509);
        } catch (CertificateException e) {
            // Without the cause: its message may quote the certificate.
            throw new CardDataException("the certificate cannot be read");
        }
    }

    private static AuthenticationCertificate of(X509Certificate certificate) throws CardDataException {
        var subject = certificate.getSubjectX500Principal();
        return new AuthenticationCertificate(
                first(subject, COMMON_NAME).flatMap(AuthenticationCertificate::nationalId),
                holderName(subject),
                nature(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static Optional<NationalId> nationalId(String commonName) {
        var name = commonName.strip();
        try {
            // Names of the former IGC-CPS are said to lack the prefix of the register: an RPPS number alone is
            // completed.
            return Optional.of(BARE_RPPS.matcher(name).matches() ? NationalId.ofRpps(name) : new NationalId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> holderName(X500Principal subject) throws CardDataException {
        var names = new ArrayList<>(all(subject, GIVEN_NAME));
        names.addAll(all(subject, SURNAME));
        var name = String.join(" ", names);
        return name.isBlank() ? first(subject, PSEUDONYM) : Optional.of(name);
    }

    private static Nature nature(X509Certificate certificate) throws CardDataException {
        var issuer = certificate.getIssuerX500Principal();
        var units = all(issuer, ORGANIZATIONAL_UNIT);
        if (units.contains(TEST_HIERARCHY)
                || first(issuer, COMMON_NAME)
                        .filter(name -> name.startsWith(TEST_AUTHORITY))
                        .isPresent()
                || all(certificate.getSubjectX500Principal(), ORGANIZATION).contains(TEST_STRUCTURE)
                || hasCategory(certificate, "80")) {
            return Nature.TEST;
        }
        return units.contains(PRODUCTION_HIERARCHY) || hasCategory(certificate, "00")
                ? Nature.PRODUCTION
                : Nature.UNKNOWN;
    }

    /** Whether the category is that code, written as one byte or as two digits; how it is coded is not published. */
    private static boolean hasCategory(X509Certificate certificate, String code) {
        var extension = Optional.ofNullable(certificate.getExtensionValue(CATEGORY));
        var digits = HexFormat.of().formatHex(code.getBytes(StandardCharsets.US_ASCII));
        return extension
                .map(HexFormat.of()::formatHex)
                .filter(hex -> hex.endsWith(code) || hex.endsWith(digits))
                .isPresent();
    }

    private static Optional<String> first(X500Principal name, int attribute) throws CardDataException {
        return all(name, attribute).stream().findFirst();
    }

    /** The values of an attribute of a name, by its DER: a CPS has multi-valued RDNs, and slashes in common names. */
    private static List<String> all(X500Principal name, int attribute) throws CardDataException {
        var values = new ArrayList<String>();
        for (var sequence : Tlv.all(name.getEncoded())) {
            for (var set : sequence.children()) {
                for (var pair : set.children()) {
                    var parts = pair.children();
                    if (parts.size() == 2
                            && Arrays.equals(parts.get(0).value(), new byte[] {0x55, 4, (byte) attribute})) {
                        values.add(text(parts.get(1)));
                    }
                }
            }
        }
        return values;
    }

    private static String text(Tlv string) {
        return new String(
                string.value(),
                switch (string.tag()) {
                    case 0x14 -> StandardCharsets.ISO_8859_1; // T61String, as everybody writes it
                    case 0x1E -> StandardCharsets.UTF_16BE; // BMPString
                    default -> StandardCharsets.UTF_8; // and PrintableString, IA5String
                });
    }

    @Override
    public String toString() {
        return "AuthenticationCertificate[" + nature + ", " + notBefore + " to " + notAfter + "]";
    }
}

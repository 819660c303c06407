package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.plugin.cps.internal.card.DistinguishedName.Attribute;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The certificate that logs in, as far as we look at it. It is read and not verified: Pro Santé Connect does that, with a proof
 * that the card holds the key.
 *
 * @param nationalId the holder's, from the common name; that of staff holds a slash
 * @param holderName given names first; the pseudonym of staff without a name; empty where there is neither
 * @param nature real or test
 * @param notBefore from when on it is valid
 * @param notAfter until when
 */
public record AuthenticationCertificate(
        Optional<NationalId> nationalId,
        Optional<String> holderName,
        CardNature nature,
        Instant notBefore,
        Instant notAfter) {
    private static final Pattern BARE_RPPS = Pattern.compile("\\d{11}");

    /** Reads X.509, DER. */
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
        var subject = DistinguishedName.of(certificate.getSubjectX500Principal().getEncoded());
        var issuer = DistinguishedName.of(certificate.getIssuerX500Principal().getEncoded());
        return new AuthenticationCertificate(
                subject.first(Attribute.COMMON_NAME).flatMap(AuthenticationCertificate::nationalId),
                holderName(subject),
                CardNature.of(certificate, subject, issuer),
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

    private static Optional<String> holderName(DistinguishedName subject) {
        var name = Stream.of(Attribute.GIVEN_NAME, Attribute.SURNAME)
                .flatMap(attribute -> subject.all(attribute).stream())
                .collect(Collectors.joining(" "));
        return name.isBlank() ? subject.first(Attribute.PSEUDONYM) : Optional.of(name);
    }

    /** Without the holder. */
    @Override
    public String toString() {
        return "AuthenticationCertificate[" + nature + ", " + notBefore + " to " + notAfter + "]";
    }
}

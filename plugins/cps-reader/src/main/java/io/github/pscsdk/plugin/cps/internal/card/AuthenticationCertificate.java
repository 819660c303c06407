package io.github.pscsdk.plugin.cps.internal.card;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The certificate that logs in, as far as we look at it. It is read and not verified: Pro Santé Connect does that, with a proof
 * that the card holds the key.
 *
 * @param holder who it names
 * @param nature real or test
 * @param notBefore from when on it is valid
 * @param notAfter until when
 */
public record AuthenticationCertificate(Holder holder, CardNature nature, Instant notBefore, Instant notAfter) {

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
                Holder.of(subject),
                NatureReader.of(certificate, subject, issuer),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}

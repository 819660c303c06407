package io.github.pscsdk.testkit.card;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Certificates off a card, and what they vouch for. */
final class Certificates {
    static final String SIGNATURE = "3F0000013001";
    static final String AUTHENTICATION = "3F0000013002";

    private Certificates() {}

    static X509Certificate of(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    static boolean verify(byte[] certificate, Signature algorithm, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        algorithm.initVerify(of(certificate).getPublicKey());
        algorithm.update(message);
        return algorithm.verify(signature);
    }
}

package io.github.pscsdk.plugin.cps.internal.card;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of fictitious people, in the layouts of the published ones. */
final class TestCertificates {
    static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOT_AFTER = NOT_BEFORE.plus(Duration.ofDays(1095));

    static final String TEST_ISSUER =
            "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE TEST,CN=TEST AC IGC-SANTE FORT PERSONNES";
    static final String PRODUCTION_ISSUER =
            "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE,CN=AC IGC-SANTE FORT PERSONNES";
    static final String OTHER_ISSUER = "C=FR,O=FICTIF,CN=AC FICTIVE";

    private static final KeyPair KEYS = keys();

    private TestCertificates() {}

    static byte[] of(String subject, String issuer) throws Exception {
        return signed(draft(subject, issuer));
    }

    static byte[] withExtension(String subject, String issuer, String oid, ASN1Encodable value) throws Exception {
        return signed(draft(subject, issuer).addExtension(new ASN1ObjectIdentifier(oid), false, value));
    }

    private static X509v3CertificateBuilder draft(String subject, String issuer) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.ONE,
                Date.from(NOT_BEFORE),
                Date.from(NOT_AFTER),
                new X500Name(subject),
                KEYS.getPublic());
    }

    private static byte[] signed(X509v3CertificateBuilder draft) throws Exception {
        return draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(KEYS.getPrivate()))
                .getEncoded();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.github.pscsdk.plugin.cps.proof;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A throw-away key with its certificate.
 *
 * @param key in the clear
 * @param certificate signed by itself, under the name of an authority of the tests
 */
record TestPair(PrivateKey key, X509Certificate certificate) {
    static final Instant NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant NOT_AFTER = NOT_BEFORE.plus(Duration.ofDays(36_500));

    private static final String ISSUER =
            "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE TEST,CN=TEST AC IGC-SANTE FORT PERSONNES";

    static TestPair forAuthentication(String nationalId) throws Exception {
        return of("C=FR,T=Pharmacien,CN=" + nationalId, ISSUER, KeyUsage.digitalSignature);
    }

    static TestPair forSignature(String nationalId) throws Exception {
        return of("C=FR,T=Pharmacien,CN=" + nationalId, ISSUER, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    private static TestPair localhost;

    /** Made once in a JVM. */
    static synchronized TestPair ofLocalhost() throws Exception {
        if (localhost == null) {
            localhost = of("CN=localhost", "CN=localhost", KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
        }
        return localhost;
    }

    private static TestPair of(String subject, String issuer, int usage) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        var draft = new JcaX509v3CertificateBuilder(
                        new X500Name(issuer),
                        new BigInteger(1, keys.getPublic().getEncoded()).mod(BigInteger.ONE.shiftLeft(64)),
                        Date.from(NOT_BEFORE),
                        Date.from(NOT_AFTER),
                        new X500Name(subject),
                        keys.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        var signed = draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
        return new TestPair(keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(signed));
    }
}

package io.github.pscsdk.testkit.internal.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority: its own certificate, and the ones that it issues. Elliptic curves, since those are quick to make. */
final class Authority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;

    private record Usage(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {}

    private Authority(X500Name name, KeyPair keys, X509Certificate certificate, List<X509Certificate> chain) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
        this.chain = chain;
    }

    static Authority root(String commonName) {
        var name = authorityName(commonName);
        var keys = newKeys();
        return new Authority(name, keys, issue(name, keys, name, keys, authorityUsages()), List.of());
    }

    Authority subordinate(String commonName) {
        var subject = authorityName(commonName);
        var subjectKeys = newKeys();
        var issued = issue(name, keys, subject, subjectKeys, authorityUsages());
        return new Authority(subject, subjectKeys, issued, List.of(issued));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A server on this machine, whichever way it is addressed. */
    Leaf server() {
        var subject = new X500NameBuilder().addRDN(BCStyle.CN, "localhost").build();
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        return leaf(subject, KeyPurposeId.id_kp_serverAuth, new Usage(Extension.subjectAlternativeName, false, names));
    }

    /** A client of the kind ORG AUTH_CLI: the OU names the structure, {@code 3} and a SIRET (pro-sante-connect, section 3). */
    Leaf client(String commonName) {
        var subject = new X500NameBuilder()
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "EDITEUR FICTIF")
                .addRDN(BCStyle.OU, "312345678200010")
                .addRDN(BCStyle.CN, commonName)
                .build();
        return leaf(subject, KeyPurposeId.id_kp_clientAuth);
    }

    private Leaf leaf(X500Name subject, KeyPurposeId purpose, Usage... more) {
        var subjectKeys = newKeys();
        var usages = new ArrayList<>(List.of(
                new Usage(Extension.basicConstraints, true, new BasicConstraints(false)),
                new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
                new Usage(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))));
        usages.addAll(List.of(more));
        var issued = issue(name, keys, subject, subjectKeys, usages);
        return new Leaf(subjectKeys.getPrivate(), List.of(issued, chain.get(0)));
    }

    private static X500Name authorityName(String commonName) {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "SIMULATEUR")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static List<Usage> authorityUsages() {
        return List.of(
                new Usage(Extension.basicConstraints, true, new BasicConstraints(true)),
                new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    }

    private static X509Certificate issue(
            X500Name issuer, KeyPair issuerKeys, X500Name subject, KeyPair subjectKeys, List<Usage> usages) {
        // The machine's own clock even in a simulated time: TLS knows no other.
        var now = Clock.systemUTC().instant();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                subject,
                subjectKeys.getPublic());
        try {
            for (var usage : usages) {
                builder.addExtension(usage.extension(), usage.critical(), usage.value());
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("a test certificate cannot be made", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no elliptic curves", e);
        }
    }
}

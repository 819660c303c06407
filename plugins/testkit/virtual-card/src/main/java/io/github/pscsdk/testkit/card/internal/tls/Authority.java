package io.github.pscsdk.testkit.card.internal.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
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

/**
 * A certificate authority: its own certificate, and the ones that it issues. Uses elliptic curves, because their keys
 * are quick to make.
 */
final class Authority {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nomenclature G01, {@code 80} for a test card; that it is an extension is likely, its coding is invented (cps-card, section 8). */
    private static final ASN1ObjectIdentifier PRODUCT_CATEGORY = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.5");

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
        return root(authorityName(commonName), Validity.aroundNow());
    }

    static Authority root(X500Name name, Validity validity) {
        var keys = newKeys();
        var issued = issue(name, keys, name, keys.getPublic(), validity, authorityUsages());
        return new Authority(name, keys, issued, List.of());
    }

    Authority subordinate(String commonName) {
        return subordinate(authorityName(commonName), Validity.aroundNow());
    }

    Authority subordinate(X500Name subject, Validity validity) {
        var subjectKeys = newKeys();
        var issued = issue(name, keys, subject, subjectKeys.getPublic(), validity, authorityUsages());
        return new Authority(subject, subjectKeys, issued, List.of(issued));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for a server on this machine, with all its loopback names. */
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

    /** For the key of a card's authentication pair: log in, and decrypt (cps-card, section 5). */
    X509Certificate personAuthentication(X500Name subject, PublicKey key, String category, Validity validity) {
        return person(
                subject,
                key,
                validity,
                new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)),
                new Usage(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)),
                new Usage(PRODUCT_CATEGORY, false, new DERPrintableString(category)));
    }

    /** For the key of a card's signature pair: documents, never a login (cps-card, section 5). */
    X509Certificate personSignature(X500Name subject, PublicKey key, String category, Validity validity) {
        return person(
                subject,
                key,
                validity,
                new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation)),
                new Usage(PRODUCT_CATEGORY, false, new DERPrintableString(category)));
    }

    private X509Certificate person(X500Name subject, PublicKey key, Validity validity, Usage... more) {
        var usages = new ArrayList<>(List.of(new Usage(Extension.basicConstraints, true, new BasicConstraints(false))));
        usages.addAll(List.of(more));
        return issue(name, keys, subject, key, validity, usages);
    }

    private Leaf leaf(X500Name subject, KeyPurposeId purpose, Usage... more) {
        var subjectKeys = newKeys();
        var usages = new ArrayList<>(List.of(
                new Usage(Extension.basicConstraints, true, new BasicConstraints(false)),
                new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
                new Usage(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))));
        usages.addAll(List.of(more));
        var issued = issue(name, keys, subject, subjectKeys.getPublic(), Validity.aroundNow(), usages);
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
            X500Name issuer,
            KeyPair issuerKeys,
            X500Name subject,
            PublicKey subjectKey,
            Validity validity,
            List<Usage> usages) {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(validity.from()),
                Date.from(validity.until()),
                subject,
                subjectKey);
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

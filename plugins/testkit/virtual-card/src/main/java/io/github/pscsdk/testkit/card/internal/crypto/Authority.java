package io.github.pscsdk.testkit.card.internal.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
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

/** A certificate authority with elliptic curves, whose keys are quick to make. */
final class Authority {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nomenclature G01, {@code 80} for a test card; that it is an extension is likely, its coding is invented (cps-card, section 8). */
    private static final ASN1ObjectIdentifier PRODUCT_CATEGORY = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.5");

    private final X500Name name;
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate;

    private record Usage(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {}

    /** An authority below the issuer; a root without one. */
    Authority(Optional<Authority> issuer, X500Name name, Validity validity) {
        this.name = name;
        this.certificate = issuer.orElse(this)
                .issue(
                        name,
                        keys.getPublic(),
                        validity,
                        List.of(
                                new Usage(Extension.basicConstraints, true, new BasicConstraints(true)),
                                new Usage(
                                        Extension.keyUsage,
                                        true,
                                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Key and chain of a server on this machine, with all its loopback names. */
    KeyStore server(Validity validity, char[] password) {
        var subject = new X500NameBuilder().addRDN(BCStyle.CN, "localhost").build();
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        return leaf(
                subject,
                validity,
                password,
                new Usage(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
                new Usage(Extension.subjectAlternativeName, false, names));
    }

    /** A client of the kind ORG AUTH_CLI: the OU names the structure, {@code 3} and a SIRET (pro-sante-connect, section 3). */
    KeyStore client(String commonName, Validity validity, char[] password) {
        var subject = new X500NameBuilder()
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "EDITEUR FICTIF")
                .addRDN(BCStyle.OU, "312345678200010")
                .addRDN(BCStyle.CN, commonName)
                .build();
        return leaf(
                subject,
                validity,
                password,
                new Usage(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
    }

    /** For the key of a card's authentication pair: log in, and decrypt (cps-card, section 5). */
    X509Certificate personAuthentication(X500Name subject, PublicKey key, String category, Validity validity) {
        return issue(
                subject,
                key,
                validity,
                List.of(
                        new Usage(Extension.basicConstraints, true, new BasicConstraints(false)),
                        new Usage(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)),
                        new Usage(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)),
                        new Usage(PRODUCT_CATEGORY, false, new DERPrintableString(category))));
    }

    /** For the key of a card's signature pair: documents, never a login (cps-card, section 5). */
    X509Certificate personSignature(X500Name subject, PublicKey key, String category, Validity validity) {
        return issue(
                subject,
                key,
                validity,
                List.of(
                        new Usage(Extension.basicConstraints, true, new BasicConstraints(false)),
                        new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation)),
                        new Usage(PRODUCT_CATEGORY, false, new DERPrintableString(category))));
    }

    private KeyStore leaf(X500Name subject, Validity validity, char[] password, Usage... usages) {
        var subjectKeys = newKeys();
        var all = new ArrayList<>(List.of(usages));
        all.add(new Usage(Extension.basicConstraints, true, new BasicConstraints(false)));
        all.add(new Usage(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
        var issued = issue(subject, subjectKeys.getPublic(), validity, all);
        try {
            var store = emptyStore();
            store.setKeyEntry("key", subjectKeys.getPrivate(), password, new Certificate[] {issued, certificate});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key cannot be stored", e);
        }
    }

    KeyStore trustStore() {
        try {
            var store = emptyStore();
            store.setCertificateEntry("root", certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate cannot be stored", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private X509Certificate issue(X500Name subject, PublicKey subjectKey, Validity validity, List<Usage> usages) {
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(validity.from()),
                Date.from(validity.until()),
                subject,
                subjectKey);
        try {
            for (var usage : usages) {
                builder.addExtension(usage.extension(), usage.critical(), usage.value());
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
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

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
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
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

    /**
     * Nomenclature G01, {@code 80} for a test card; that it is an extension is likely, its coding is invented
     * (cps-card, section 8).
     */
    private static final ASN1ObjectIdentifier PRODUCT_CATEGORY = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.5");

    private static final Map<ASN1ObjectIdentifier, ASN1Encodable> CLIENT =
            Map.of(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));

    private final X500Name name;
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate;

    /** An authority below the issuer; a root without one. */
    Authority(Optional<Authority> issuer, String name, Validity validity) {
        this.name = new X500Name(name);
        this.certificate = issuer.orElse(this)
                .issue(this.name, keys.getPublic(), validity, KeyUsage.keyCertSign | KeyUsage.cRLSign, Map.of());
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Key and chain of a server on this machine, with all its loopback names. */
    KeyStore server(Validity validity, char[] password) {
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        var serves = new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth);
        var more = Map.of(Extension.extendedKeyUsage, serves, Extension.subjectAlternativeName, names);
        return leaf(new X500Name("CN=localhost"), validity, password, more);
    }

    /**
     * A client of the kind ORG AUTH_CLI: the OU names the structure, {@code 3} and a SIRET (pro-sante-connect, section
     * 3).
     */
    KeyStore client(String commonName, Validity validity, char[] password) {
        var subject = new X500NameBuilder()
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "EDITEUR FICTIF")
                .addRDN(BCStyle.OU, "312345678200010")
                .addRDN(BCStyle.CN, commonName)
                .build();
        return leaf(subject, validity, password, CLIENT);
    }

    /** For the key of a card's authentication pair: log in, and decrypt (cps-card, section 5). */
    X509Certificate personAuthentication(X500Name subject, PublicKey key, String category, Validity validity) {
        var more = new HashMap<>(CLIENT);
        more.put(PRODUCT_CATEGORY, new DERPrintableString(category));
        return issue(subject, key, validity, KeyUsage.digitalSignature | KeyUsage.keyEncipherment, more);
    }

    /** For the key of a card's signature pair: documents, never a login (cps-card, section 5). */
    X509Certificate personSignature(X500Name subject, PublicKey key, String category, Validity validity) {
        var more = Map.of(PRODUCT_CATEGORY, new DERPrintableString(category));
        return issue(subject, key, validity, KeyUsage.nonRepudiation, more);
    }

    private KeyStore leaf(
            X500Name subject,
            Validity validity,
            char[] password,
            Map<ASN1ObjectIdentifier, ? extends ASN1Encodable> more) {
        var own = newKeys();
        var issued = issue(subject, own.getPublic(), validity, KeyUsage.digitalSignature, more);
        return store(
                store -> store.setKeyEntry("key", own.getPrivate(), password, new Certificate[] {issued, certificate}));
    }

    KeyStore trustStore() {
        return store(store -> store.setCertificateEntry("root", certificate));
    }

    @FunctionalInterface
    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private static KeyStore store(Filling filling) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a test certificate cannot be stored", e);
        }
    }

    private X509Certificate issue(
            X500Name subject,
            PublicKey key,
            Validity validity,
            int usage,
            Map<ASN1ObjectIdentifier, ? extends ASN1Encodable> more) {
        var serial = new BigInteger(120, RANDOM).add(BigInteger.ONE);
        var from = Date.from(validity.from());
        var builder = new JcaX509v3CertificateBuilder(name, serial, from, Date.from(validity.until()), subject, key);
        try {
            var isAuthority = (usage & KeyUsage.keyCertSign) != 0;
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            for (var extension : more.entrySet()) {
                builder.addExtension(extension.getKey(), false, extension.getValue());
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

package io.github.pscsdk.workstation.internal.health;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A certification authority, and servers with certificates of its. */
public final class Authority {
    private static final char[] PASSWORD = "of-a-test".toCharArray();
    private static final Duration YEAR = Duration.ofDays(365);

    private final X500Name name;
    private final Instant now;
    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    public Authority(String name, Instant now) throws Exception {
        this.name = new X500Name(name);
        this.now = now;
        this.certificate =
                signed(draft(this.name, now.minus(YEAR.multipliedBy(2)), now.plus(YEAR.multipliedBy(2)), keys)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
    }

    public SSLSocketFactory server(String host) throws Exception {
        return server(host, now.minus(Duration.ofDays(1)), now.plus(YEAR));
    }

    /** Sockets of a server with a certificate for that host, valid from then until then. */
    public SSLSocketFactory server(String host, Instant from, Instant until) throws Exception {
        var own = keys();
        var certified = signed(draft(new X500Name("CN=" + host), from, until, own)
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host))));
        var store = empty();
        store.setKeyEntry("server", own.getPrivate(), PASSWORD, new X509Certificate[] {certified, certificate});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    /** Its certificate, and its key after that where somebody else is to issue certificates in its name. */
    public Path write(Path pem, boolean withKey) throws Exception {
        try (var file = new JcaPEMWriter(Files.newBufferedWriter(pem))) {
            file.writeObject(certificate);
            if (withKey) {
                file.writeObject(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
            }
        }
        return pem;
    }

    /** A client that trusts this authority and nobody else. */
    OkHttpClient.Builder trustedBy(OkHttpClient.Builder client) {
        try {
            var trusted = empty();
            trusted.setCertificateEntry("authority", certificate);
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var judge = Arrays.stream(managers.getTrustManagers())
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge}, null);
            return client.sslSocketFactory(context.getSocketFactory(), judge);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X509v3CertificateBuilder draft(X500Name subject, Instant from, Instant until, KeyPair of) {
        var number = new BigInteger(1, of.getPublic().getEncoded()).mod(BigInteger.ONE.shiftLeft(64));
        return new JcaX509v3CertificateBuilder(
                name, number, Date.from(from), Date.from(until), subject, of.getPublic());
    }

    private X509Certificate signed(X509v3CertificateBuilder draft) throws Exception {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(draft.build(signer));
    }
}

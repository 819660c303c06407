package io.github.pscsdk.workstation.internal.doctor;

import java.io.IOException;
import java.math.BigInteger;
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
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority, and servers with certificates of its. */
final class Authority {
    private static final char[] NO_PASSWORD = {};
    private static final Duration YEAR = Duration.ofDays(365);

    private final X500Name name;
    private final KeyPair keys = keys();
    private final X509Certificate own;
    private final Instant now;

    Authority(String name, Instant now) throws Exception {
        this.name = new X500Name(name);
        this.now = now;
        this.own = signed(this.name, keys, now.minus(YEAR.multipliedBy(2)), now.plus(YEAR), "");
    }

    SSLSocketFactory server(String host) throws Exception {
        return server(host, now.minus(Duration.ofDays(1)), now.plus(YEAR));
    }

    /** Sockets of a server with a certificate for that host from then until then. */
    SSLSocketFactory server(String host, Instant from, Instant until) throws Exception {
        var serverKeys = keys();
        var certificate = signed(new X500Name("CN=" + host), serverKeys, from, until, host);
        var store = empty();
        store.setKeyEntry("server", serverKeys.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate, own});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    /** A client that trusts this authority and nobody else. */
    OkHttpClient.Builder trustedBy(OkHttpClient.Builder client) {
        try {
            var store = empty();
            store.setCertificateEntry("authority", own);
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
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

    private X509Certificate signed(X500Name subject, KeyPair of, Instant from, Instant until, String host)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(from.getEpochSecond()),
                Date.from(from),
                Date.from(until),
                subject,
                of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(host.isEmpty()));
        if (!host.isEmpty()) {
            var names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}

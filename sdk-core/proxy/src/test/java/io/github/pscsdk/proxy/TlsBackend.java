package io.github.pscsdk.proxy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.pscsdk.testkit.peer.Squid;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A target API that demands a client certificate and remembers whose it was. */
final class TlsBackend implements AutoCloseable {
    private final HttpsServer server;
    private final X509Certificate certificate;
    private volatile String lastCertificate = "";

    TlsBackend(KeyStore clientAuthorities) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        var keys = generator.generateKeyPair();
        certificate = selfSigned(keys);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys, certificate, clientAuthorities)) {
            @Override
            public void configure(HttpsParameters parameters) {
                var demanding = getSSLContext().getDefaultSSLParameters();
                demanding.setNeedClientAuth(true);
                parameters.setSSLParameters(demanding);
            }
        });
        server.createContext("/", exchange -> {
            var peer = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal();
            lastCertificate = peer.getName();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    static X509Certificate selfSigned(KeyPair keys) throws Exception {
        var name = new X500Name("CN=backend");
        var now = Clock.systemUTC().instant();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofHours(1))),
                name,
                keys.getPublic());
        var hosts = new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, Squid.HOST)
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(hosts));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    static SSLContext context(KeyPair keys, Certificate certificate, KeyStore clientAuthorities) throws Exception {
        var password = "test".toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("key", keys.getPrivate(), password, new Certificate[] {certificate});
        var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store, password);
        var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(clientAuthorities);
        var context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), new SecureRandom());
        return context;
    }

    X509Certificate certificate() {
        return certificate;
    }

    String lastCertificate() {
        return lastCertificate;
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

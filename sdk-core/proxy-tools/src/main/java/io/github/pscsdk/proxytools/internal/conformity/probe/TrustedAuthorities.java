package io.github.pscsdk.proxytools.internal.conformity.probe;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certification authorities that are trusted in https calls. */
public final class TrustedAuthorities {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Optional<SSLContext> context;

    private TrustedAuthorities(Optional<SSLContext> context) {
        this.context = context;
    }

    /** The authorities of the Java platform. */
    public static TrustedAuthorities ofThePlatform() {
        return new TrustedAuthorities(Optional.empty());
    }

    /**
     * The authorities whose certificates are in that file, in PEM, and no others.
     *
     * @throws IOException if it cannot be read, or holds none
     */
    public static TrustedAuthorities in(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new TrustedAuthorities(Optional.of(context));
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificates in PEM", e);
        }
    }

    /** A client that trusts them and follows no redirect. */
    HttpClient client() {
        var builder = HttpClient.newBuilder().connectTimeout(CONNECT);
        context.ifPresent(builder::sslContext);
        return builder.build();
    }
}

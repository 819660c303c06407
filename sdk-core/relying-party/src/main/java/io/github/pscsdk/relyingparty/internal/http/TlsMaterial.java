package io.github.pscsdk.relyingparty.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Whom a client trusts in TLS, and the certificate that it shows, if it has one. */
record TlsMaterial(SSLSocketFactory sockets, X509TrustManager trust) {
    /** For the connection, and then for an alert: {@link #listenForRefusal} takes twice that at most. */
    private static final Duration HANDSHAKE_STEP = Duration.ofMillis(500);

    /** @param authorities whom to trust instead of the Java platform's authorities */
    static TlsMaterial of(List<KeyManager> keyManagers, Optional<KeyStore> authorities) {
        try {
            var trust = trustManager(authorities.orElse(null));
            var tls = SSLContext.getInstance("TLS");
            tls.init(keyManagers.toArray(KeyManager[]::new), new X509TrustManager[] {trust}, null);
            return new TlsMaterial(tls.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates cannot be used on this Java platform", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    OkHttpClient.Builder addTo(OkHttpClient.Builder client) {
        return client.sslSocketFactory(sockets, trust);
    }

    /**
     * Opens a TLS connection without sending a request, to learn whether the server refuses our certificate. In TLS 1.3 it
     * checks the certificate after our handshake is done (RFC 8446, section 4.4.2): its alert gets lost if we are writing a
     * request by then, and comes if we listen. Blocks for a second at most; fails with the alert, or with whatever else is
     * wrong.
     */
    void listenForRefusal(URI uri) throws IOException {
        var port = uri.getPort() < 0 ? 443 : uri.getPort();
        var step = (int) HANDSHAKE_STEP.toMillis();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.getHost(), port), step);
            plain.setSoTimeout(step);
            try (var secure = (SSLSocket) sockets.createSocket(plain, uri.getHost(), port, true)) {
                secure.startHandshake();
                secure.getInputStream().read();
            }
        } catch (SocketTimeoutException e) {
            // No alert: the server has accepted the handshake and waits for a request.
            return;
        }
    }
}

package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.proxy.internal.send.BackendConnections;
import io.github.pscsdk.time.internal.Scheduler;
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
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A TLS connection without a request, by which a server tells that it refuses our certificate. */
final class TlsHandshake {
    /** For the connection, and then for an alert. */
    private static final Duration STEP = Duration.ofMillis(500);

    private TlsHandshake() {}

    /**
     * The alert of the server, or whatever else is wrong; empty where it has accepted the handshake. Takes a second at
     * most.
     *
     * @param trusted whom to trust instead of the Java platform's authorities
     */
    static CompletableFuture<Optional<Throwable>> refusal(
            URI server, List<KeyManager> keys, Optional<KeyStore> trusted) {
        var refusal = new CompletableFuture<Optional<Throwable>>();
        Scheduler.daemons("proxy-diagnosis")
                .newThread(() -> refusal.complete(attempt(server, keys, trusted)))
                .start();
        return refusal;
    }

    private static Optional<Throwable> attempt(URI server, List<KeyManager> keys, Optional<KeyStore> trusted) {
        try {
            listen(server, BackendConnections.tls(keys, trusted).getSocketFactory());
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            // No alert: the server has accepted the handshake and waits for a request.
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of(e);
        }
    }

    /**
     * In TLS 1.3 a server checks the certificate after our handshake is done (RFC 8446, section 4.4.2): its alert gets
     * lost if we are writing a request by then, and comes if we listen.
     */
    private static void listen(URI server, SSLSocketFactory sockets) throws IOException {
        var port = server.getPort() < 0 ? 443 : server.getPort();
        var step = (int) STEP.toMillis();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(server.getHost(), port), step);
            plain.setSoTimeout(step);
            try (var secure = (SSLSocket) sockets.createSocket(plain, server.getHost(), port, true)) {
                secure.startHandshake();
                secure.getInputStream().read();
            }
        }
    }
}

package io.github.pscsdk.relyingparty.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens a TLS connection without sending a request, to learn whether the server refuses our certificate. In TLS 1.3 it checks the certificate after our handshake is done (RFC 8446,
 * section 4.4.2): its alert gets lost if we are writing a request by then, and comes if we listen.
 */
record HandshakeProbe(SSLSocketFactory sockets, URI uri) {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Blocks for a second at most; fails with the alert, or with whatever else is wrong. */
    void listen() throws IOException {
        var port = uri.getPort() < 0 ? 443 : uri.getPort();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.getHost(), port), (int) PATIENCE.toMillis());
            plain.setSoTimeout((int) PATIENCE.toMillis());
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

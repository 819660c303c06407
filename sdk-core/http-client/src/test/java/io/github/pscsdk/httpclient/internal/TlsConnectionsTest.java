package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.support.Await;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import okhttp3.ConnectionPool;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over TLS, where the end of a connection, and tickets, come as records. */
class TlsConnectionsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_peer_that_closes_after_each_response_loses_nothing(String version) throws Exception {
        assertEquals(8, connectionsFor(8, version, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void an_open_connection_is_used_again(String version) throws Exception {
        assertEquals(1, connectionsFor(8, version, false));
    }

    private int connectionsFor(int requests, String version, boolean closes) throws Exception {
        var server =
                new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        var connections = new AtomicInteger();
        try (var socket = (SSLServerSocket) server.sslContext()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var calls = new HttpCalls(
                        // Leaves no connection for having been idle, however slow the machine.
                        client -> client.connectionPool(new ConnectionPool(8, 10, TimeUnit.MINUTES))
                                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()),
                        Place.threads(2))) {
            socket.setEnabledProtocols(new String[] {version});
            var thread = new Thread(() -> serve(socket, connections, closes), "tls-peer");
            thread.setDaemon(true);
            thread.start();
            for (var i = 0; i < requests; i++) {
                // The first two may come twice: by their responses the peer shows whether it keeps connections.
                var body = new byte[] {'a'};
                var request = new Request.Builder()
                        .url("https://127.0.0.1:" + socket.getLocalPort() + "/")
                        .post(i < 2 ? RequestBody.create(body, null) : HttpCalls.once(body, null))
                        .build();
                var response = calls.send(request, Await.LIMIT).get();
                assertEquals(200, response.status());
                assertEquals(version, response.tlsVersion().orElseThrow());
            }
        }
        return connections.get();
    }

    private static void serve(SSLServerSocket server, AtomicInteger connections, boolean closes) {
        while (true) {
            try (var socket = server.accept()) {
                connections.incrementAndGet();
                var in = socket.getInputStream();
                do {
                    var head = new StringBuilder();
                    while (head.indexOf("\r\n\r\n") < 0) {
                        var c = in.read();
                        if (c < 0) {
                            throw new EOFException();
                        }
                        head.append((char) c);
                    }
                    in.read();
                    socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
                } while (!closes);
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }
}

package io.github.pscsdk.testkit.simulator.internal.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Opens the origins of one simulator.
 *
 * @param beforeEach runs before each request is answered
 * @param idleLimit after which a connection is closed; empty for the 30 s of the JDK's server
 */
public record Origins(
        InetAddress bind,
        Optional<SSLContext> tls,
        Simulation simulation,
        Runnable beforeEach,
        Optional<Duration> idleLimit) {
    private static final int BACKLOG = 512;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        // The JDK 17 server sends head and body apart, and leaves Nagle's algorithm on unless told at its loading that
        // it should not: each answer then waits 40 ms for the client's acknowledgement. A host's own setting prevails.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    /** Binds a port, zero for a free one; it may ask for a client certificate, which the client need not have. */
    public Origin open(int port, boolean wantsCertificate) {
        try {
            var server = server(new InetSocketAddress(bind, idleLimit.isPresent() ? 0 : port), wantsCertificate);
            var relay = relay(server, port);
            return new Origin(server, relay, this);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot listen on port " + port, e);
        }
    }

    private Optional<Relay> relay(HttpServer server, int port) throws IOException {
        if (idleLimit.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Relay(new InetSocketAddress(bind, port), BACKLOG, server.getAddress(), idleLimit.get()));
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
    }

    private HttpServer server(InetSocketAddress address, boolean wantsCertificate) throws IOException {
        if (tls.isEmpty()) {
            return HttpServer.create(address, BACKLOG);
        }
        var server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.get()) {
            @Override
            public void configure(HttpsParameters parameters) {
                var settings = getSSLContext().getDefaultSSLParameters();
                settings.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                settings.setWantClientAuth(wantsCertificate);
                parameters.setSSLParameters(settings);
            }
        });
        return server;
    }
}

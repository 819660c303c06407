package io.github.pscsdk.interop;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A small server on a loopback port, for what stands around Keycloak. Each request has a thread of its own. */
final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final URI address;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private LoopbackServer(HttpServer server, String origin) {
        this.server = server;
        this.address = URI.create(origin + ":" + server.getAddress().getPort());
        server.setExecutor(threads);
        server.start();
    }

    /** In the clear, as {@code 127.0.0.1}. */
    static LoopbackServer http() throws IOException {
        return new LoopbackServer(HttpServer.create(anyPort(), 0), "http://127.0.0.1");
    }

    /** Over TLS, asking each client for a certificate without insisting. */
    static LoopbackServer https(String host, SSLContext tls) throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var settings = tls.getDefaultSSLParameters();
                settings.setWantClientAuth(true);
                parameters.setSSLParameters(settings);
            }
        });
        return new LoopbackServer(server, "https://" + host);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Scheme, host and port. */
    URI address() {
        return address;
    }

    /** Answers what lies below that path by this handler. */
    LoopbackServer serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

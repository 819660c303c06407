package io.github.pscsdk.relyingparty;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Where PSC posts logout tokens; keeps them for the test. */
final class LogoutReceiver implements AutoCloseable {
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    private final HttpServer server;

    LogoutReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/logout", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            tokens.add(URLDecoder.decode(form.replaceFirst("logout_token=", ""), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/logout");
    }

    String next() {
        return Await.value("a logout token", () -> Optional.ofNullable(tokens.poll()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.github.pscsdk.relyingparty;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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

    String next() throws InterruptedException {
        var token = tokens.poll(60, TimeUnit.SECONDS);
        if (token == null) {
            throw new AssertionError("no logout token came");
        }
        return token;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

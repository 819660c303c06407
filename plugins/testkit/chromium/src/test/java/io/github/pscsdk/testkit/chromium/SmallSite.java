package io.github.pscsdk.testkit.chromium;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A site of one page, whatever one asks for. It answers with the language that was asked for in its title. */
final class SmallSite implements AutoCloseable {
    private final HttpServer server;

    SmallSite(String body) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, body));
        server.start();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var language = exchange.getRequestHeaders().getFirst("Accept-Language");
        var page = ("<!DOCTYPE html><html lang='fr'><meta charset='utf-8'><title>" + language + "</title><h1>Titre</h1>"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

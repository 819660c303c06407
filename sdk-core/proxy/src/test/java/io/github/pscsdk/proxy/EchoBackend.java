package io.github.pscsdk.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A target API that remembers what it was asked and answers what it is told. */
final class EchoBackend implements AutoCloseable {
    /** What reached it. */
    record Received(String method, String path, String query, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** What to answer. */
    record Programme(int status, Map<String, String> headers, byte[] body) {
        static Programme text(int status, String body) {
            return new Programme(status, Map.of("Content-Type", "text/plain"), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Programme> programme = request -> Programme.text(200, "echo");

    EchoBackend() {
        this(made(HttpServer::create));
    }

    private EchoBackend(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    /** One that asks nobody for a certificate. */
    static EchoBackend overTls(SSLContext context) {
        var server = made(HttpsServer::create);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new EchoBackend(server);
    }

    private interface Making<S> {
        S at(InetSocketAddress address, int backlog) throws IOException;
    }

    private static <S> S made(Making<S> making) {
        try {
            return making.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var request = new Received(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                String.valueOf(uri.getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(request);
        var answer = programme.apply(request);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    void answer(Programme next) {
        answerBy(request -> next);
    }

    void answerBy(Function<Received, Programme> next) {
        programme = next;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    Received last() {
        return received.get(received.size() - 1);
    }

    URI address() {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.github.pscsdk.example.desktop.handover;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Where another process finds this one's session. One request at a time. */
final class SessionServer implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final HttpServer server;
    private final AuthenticationSession session;

    SessionServer(AuthenticationSession session) throws IOException {
        this.session = session;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(thread);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** What a killed process had sent is dealt with. */
    void awaitQuiet() throws Exception {
        Future<?> after = thread.submit(() -> {});
        after.get(1, TimeUnit.MINUTES);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = session.send(request(exchange));
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (PscException | InterruptedException e) {
            exchange.sendResponseHeaders(502, -1);
        }
    }

    private static ApiRequest request(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(1);
        var request = ApiRequest.of(exchange.getRequestMethod(), "santefr", path)
                .withBody("application/json", exchange.getRequestBody().readAllBytes());
        for (var name : List.of("Idempotency-Key", "If-Match")) {
            var value = exchange.getRequestHeaders().getFirst(name);
            request = value == null ? request : request.withHeader(name, value);
        }
        return request;
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}

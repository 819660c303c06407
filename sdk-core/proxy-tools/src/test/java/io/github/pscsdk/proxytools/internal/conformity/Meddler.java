package io.github.pscsdk.proxytools.internal.conformity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in front of the real proxy and changes one thing: so it becomes a proxy that has that one thing wrong. */
final class Meddler implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "Cookie", "Content-Type");

    /** What was asked; forwarded as it is, or changed. */
    record Call(HttpExchange exchange, URI target, String method, String path, String body) {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        boolean is(String wanted, String start) {
            return method.equals(wanted) && path.startsWith(start);
        }

        boolean isAnonymous() {
            return exchange.getRequestHeaders().getFirst("Authorization") == null;
        }

        Call withBody(String other) {
            return new Call(exchange, target, method, path, other);
        }

        Back forward() throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(target.resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            for (var name : PASSED_ON) {
                var value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Back(answer.statusCode(), answer.body());
        }
    }

    /** What is answered. */
    record Back(int status, String body) {
        Back replacing(String pattern, String replacement) {
            return new Back(status, body.replaceAll(pattern, replacement));
        }
    }

    /** The one thing. */
    @FunctionalInterface
    interface Meddling {
        Back answer(Call call) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI target;
    private final Meddling meddling;

    Meddler(URI target, Meddling meddling) throws IOException {
        this.target = target;
        this.meddling = meddling;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var call = new Call(
                    exchange,
                    target,
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    body);
            var back = meddling.answer(call);
            var bytes = back.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(back.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

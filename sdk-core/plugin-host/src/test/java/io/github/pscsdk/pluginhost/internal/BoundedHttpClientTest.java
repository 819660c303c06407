package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTTP client of an authenticator: its limits, and that nothing done to it reaches others. */
class BoundedHttpClientTest {
    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final EngineThreads threads = new EngineThreads(clock);

    private final List<WeakReference<HttpClient>> made = new CopyOnWriteArrayList<>();
    private final BoundedHttpClient client = client();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    private BoundedHttpClient client() {
        var own = HttpClient.newHttpClient();
        made.add(new WeakReference<>(own));
        return new BoundedHttpClient(threads, Optional.of(own), Optional.of("Basic of-a-test"));
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/short", exchange -> {
            asked.addAll(exchange.getRequestHeaders().keySet());
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        server.createContext("/empty", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/largest", exchange -> {
            exchange.sendResponseHeaders(200, BoundedHttpClient.MOST_BYTES);
            exchange.getResponseBody().write(new byte[BoundedHttpClient.MOST_BYTES]);
            exchange.close();
        });
        server.createContext("/long", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[8192]);
                }
            }
        });
        server.createContext("/late", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            asked.add("late");
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.stop(0);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .build();
    }

    private void untilAsked() {
        Await.until("the headers of the answer are sent", () -> asked.contains("late"));
    }

    @Test
    void a_login_for_proxies_reaches_no_service() throws Exception {
        client.send(request("/short"), BodyHandlers.ofString());

        assertTrue(asked.contains("Host"), asked::toString);
        assertFalse(asked.contains("Proxy-authorization"), asked::toString);
    }

    @Test
    void a_login_for_proxies_is_not_told_to_the_plug_in_that_asks() throws Exception {
        var request = request("/short");
        var answer = client.send(request, BodyHandlers.ofString());

        assertSame(request, answer.request());
        assertSame(
                request,
                client.sendAsync(request, BodyHandlers.ofString()).get().request());
        assertEquals(Optional.empty(), answer.previousResponse());
        assertEquals(Set.of(answer), Set.of(answer));
        assertEquals(request.uri(), answer.uri());
        assertEquals(200, answer.statusCode());
        assertFalse(answer.toString().contains("of-a-test"), answer::toString);
    }

    @Test
    void a_short_answer_is_read() throws Exception {
        assertEquals(
                "ok", client.send(request("/short"), BodyHandlers.ofString()).body());
        assertEquals(
                "ok",
                client.sendAsync(request("/short"), BodyHandlers.ofString())
                        .get()
                        .body());
    }

    @Test
    void its_executor_is_nothing_but_one() {
        var executor = client.executor().orElseThrow();

        assertFalse(executor instanceof AutoCloseable);
        assertFalse(executor.getClass().getName().contains("EngineThreads"));
    }

    static Stream<BodyHandler<?>> handlers() {
        return Stream.of(
                BodyHandlers.ofString(),
                BodyHandlers.ofInputStream(),
                BodyHandlers.ofLines(),
                BodyHandlers.ofPublisher());
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void an_answer_without_end_is_broken_off_however_it_is_read(BodyHandler<?> handler) {
        var failure = assertThrows(IOException.class, () -> client.send(request("/long"), handler));

        assertTrue(failure.getMessage().contains("1048576"), failure::getMessage);
    }

    @Test
    void an_answer_of_the_largest_size_is_read() throws Exception {
        assertEquals(
                BoundedHttpClient.MOST_BYTES,
                client.send(request("/largest"), BodyHandlers.ofByteArray()).body().length);
    }

    @Test
    void a_body_is_there_as_a_whole_however_it_is_read() throws Exception {
        try (var body =
                client.send(request("/short"), BodyHandlers.ofInputStream()).body()) {
            assertEquals("ok", new String(body.readAllBytes()));
        }
        assertEquals(
                List.of("ok"),
                client.send(request("/short"), BodyHandlers.ofLines()).body().toList());
        var published = BodySubscribers.ofString(StandardCharsets.UTF_8);
        client.send(request("/short"), BodyHandlers.ofPublisher()).body().subscribe(published);
        assertEquals(
                "ok", Await.result("the body is published", published.getBody().toCompletableFuture()));
        assertEquals("", client.send(request("/empty"), BodyHandlers.ofString()).body());
    }

    @Test
    void a_body_that_does_not_end_is_broken_off_after_half_a_minute() throws Exception {
        var call = client.sendAsync(request("/late"), BodyHandlers.ofString());
        untilAsked();
        clock.advance(BoundedHttpClient.LIMIT.minusMillis(1));
        assertFalse(call.isDone());

        clock.advance(Duration.ofMillis(1));

        assertThrows(HttpTimeoutException.class, () -> Await.result("the call ends", call));
    }

    @Test
    void the_timeout_of_a_request_is_one_of_its_whole_answer() {
        var call = client.sendAsync(
                HttpRequest.newBuilder(request("/late").uri())
                        .timeout(Duration.ofSeconds(2))
                        .build(),
                BodyHandlers.ofInputStream());
        untilAsked();

        clock.advance(Duration.ofSeconds(2));

        assertThrows(HttpTimeoutException.class, () -> Await.result("the call ends", call));
    }

    @Test
    void once_the_authenticator_is_closed_nothing_is_sent_and_what_is_under_way_ends() throws Exception {
        var call = client.sendAsync(request("/late"), BodyHandlers.ofString());
        untilAsked();

        client.end();

        assertThrows(IOException.class, () -> Await.result("the call ends", call));
        assertThrows(IOException.class, () -> client.send(request("/short"), BodyHandlers.ofString()));
        assertThrows(IllegalStateException.class, client::sslContext);
    }

    @Test
    void a_call_that_nobody_waits_for_any_more_ends_at_the_server() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var call = client.sendAsync(requestTo(silent), BodyHandlers.ofString());
            try (var asked = silent.accept()) {
                assertEquals('G', asked.getInputStream().read(), "the request is there");

                call.cancel(true);

                awaitEnd(asked);
            }
        }
    }

    @Test
    void a_call_of_an_interrupted_thread_ends_at_the_server() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var request = requestTo(silent);
            var call = new FutureTask<>(() -> client.send(request, BodyHandlers.ofString()));
            var caller = new Thread(call, "caller");
            caller.start();
            try (var asked = silent.accept()) {
                assertEquals('G', asked.getInputStream().read(), "the request is there");

                caller.interrupt();

                awaitEnd(asked);
            }
            assertThrows(InterruptedException.class, () -> Await.result("the caller goes on", call));
        }
    }

    private static HttpRequest requestTo(ServerSocket server) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                .build();
    }

    private static void awaitEnd(Socket asked) throws Exception {
        var end = CompletableFuture.supplyAsync(() -> readAll(asked), ThreadPerTaskExecutor.INSTANCE);

        assertTrue(Await.result("the connection ends", end).startsWith("ET / "), "it was that of the request");
    }

    private static String readAll(Socket asked) {
        try {
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_service_that_is_away_fails_a_call_at_once() throws Exception {
        HttpRequest request;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            request = requestTo(gone);
        }

        assertThrows(
                ConnectException.class,
                () -> Await.result("the call fails", client.sendAsync(request, BodyHandlers.ofString())));
    }

    @Test
    void another_authenticator_s_goes_on() throws Exception {
        var other = client();
        client.send(request("/short"), BodyHandlers.ofString());

        client.end();

        assertEquals(
                "ok", other.send(request("/short"), BodyHandlers.ofString()).body());
    }

    @Test
    void a_client_that_was_closed_is_collected_while_somebody_holds_what_the_authenticator_had() throws Exception {
        client.send(request("/short"), BodyHandlers.ofString());
        client.end();

        Await.until("the client is collected", () -> {
            System.gc();
            return made.get(0).get() == null;
        });
        assertThrows(IOException.class, () -> client.send(request("/short"), BodyHandlers.ofString()));
    }
}

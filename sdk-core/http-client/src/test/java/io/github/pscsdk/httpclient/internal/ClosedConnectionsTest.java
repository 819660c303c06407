package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request is lost to a connection that its peer has closed meanwhile, and none is sent twice. */
class ClosedConnectionsTest {
    /** Leaves no connection for having been idle, however slow the machine. */
    @AutoClose
    private final HttpCalls calls = new HttpCalls(
            client -> client.connectionPool(new ConnectionPool(8, 10, TimeUnit.MINUTES)), Place.threads(8));

    private final AtomicInteger closed = new AtomicInteger();

    private void close(RawPeer.Connection connection) throws IOException {
        connection.out().close();
        closed.incrementAndGet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_peer_that_closes_after_each_response_loses_nothing(boolean closedBeforeTheNext) throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            c.write(RawPeer.OK);
            close(c);
        })) {
            for (var i = 1; i <= 50; i++) {
                assertEquals(200, post(peer).status());
                var sent = i;
                Await.until("the connection is closed", () -> !closedBeforeTheNext || closed.get() == sent);
            }
            assertEquals(50, peer.bodies().size(), "each came once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void an_answer_that_came_before_the_question_answers_nothing(String method) throws Exception {
        var forged = new AtomicInteger();
        try (var peer = new RawPeer(c -> {
            while (c.read()) {
                c.write(RawPeer.OK);
            }
        })) {
            learnThatConnectionsAreKept(peer);
            peer.becomes(c -> {
                c.read();
                c.write(RawPeer.OK);
                Await.until("the caller has its response", () -> forged.get() == 1);
                c.write(RawPeer.OK.replace("ok", "no"));
                forged.incrementAndGet();
                c.read();
            });
            calls.client.connectionPool().evictAll();
            assertEquals("ok", body(method, peer));
            forged.incrementAndGet();
            Await.until("another answer has come", () -> forged.get() == 2);
            peer.becomes(RawPeer.Manner.answering(RawPeer.OK));

            assertEquals("ok", body(method, peer));
        }
    }

    private String body(String method, RawPeer peer) throws Exception {
        var request = new Request.Builder()
                .url(peer.uri().toString())
                .method(method, method.equals("GET") ? null : HttpCalls.once(new byte[] {'a'}, null))
                .build();
        return new String(calls.send(request, Await.LIMIT).get().body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_peer_that_resets_idle_connections_loses_nothing() throws Exception {
        var answered = new AtomicInteger();
        try (var peer = new RawPeer(c -> {
            c.read();
            c.write(RawPeer.OK);
            // A reset takes with it what was not read.
            Await.until("the caller has its response", () -> answered.get() > closed.get());
            c.resetAtEnd();
            close(c);
        })) {
            for (var i = 1; i <= 10; i++) {
                assertEquals(200, post(peer).status());
                var sent = answered.incrementAndGet();
                Await.until("the connection is reset", () -> closed.get() == sent);
            }
            assertEquals(10, peer.bodies().size());
        }
    }

    @Test
    void all_closed_connections_of_the_pool_are_left() throws Exception {
        var eight = new CountDownLatch(8);
        try (var peer = new RawPeer(c -> {
            c.read();
            eight.countDown();
            Await.latch("eight requests have come", eight);
            c.write(RawPeer.OK);
            close(c);
        })) {
            var together =
                    Collections.nCopies(8, peer).stream().map(this::begin).toList();
            for (var response : together) {
                assertEquals(200, response.get().status());
            }
            Await.until("all connections are closed", () -> closed.get() == 8);
            assertEquals(200, post(peer).status());
        }
    }

    @Test
    void a_peer_that_has_not_shown_that_it_keeps_connections_gets_a_new_one_each_time() throws Exception {
        try (var peer = new RawPeer(c -> {
            while (c.read()) {
                c.write(RawPeer.OK);
            }
        })) {
            post(peer);
            post(peer);
            assertEquals(2, peer.connections());
        }
    }

    @Test
    void a_peer_that_keeps_connections_no_longer_gets_a_new_one_each_time() throws Exception {
        var keeps = new AtomicBoolean(true);
        try (var peer = new RawPeer(c -> {
            boolean more;
            do {
                c.read();
                // Before the response: afterwards the client may already be writing the next request.
                more = keeps.get();
                c.write(RawPeer.OK);
            } while (more);
            close(c);
        })) {
            learnThatConnectionsAreKept(peer);
            keeps.set(false);
            post(peer);
            assertEquals(1, peer.connections());
            Await.until("it is closed", () -> closed.get() == 1);
            for (var i = 0; i < 50; i++) {
                assertEquals(200, post(peer).status());
            }
            assertEquals(51, peer.bodies().stream().filter("a"::equals).count(), "each came once");
        }
    }

    @Test
    void an_open_connection_is_used_again_within_a_second_and_never_later() throws Exception {
        try (var peer = new RawPeer(c -> {
                    while (c.read()) {
                        c.write(RawPeer.OK);
                    }
                });
                var usual = new HttpCalls(UnaryOperator.identity(), Place.threads(1))) {
            Await.until("a request comes over an open connection", () -> {
                learnThatConnectionsAreKept(usual, peer);
                var before = peer.connections();
                assertEquals(200, begin(usual, peer).get().status());
                return peer.connections() == before;
            });
            var before = peer.connections();

            Await.until(
                    "a connection is idle too long",
                    () -> usual.client.connectionPool().connectionCount() == 0);

            assertEquals(200, begin(usual, peer).get().status());
            assertEquals(before + 1, peer.connections());
        }
    }

    @Test
    void what_was_written_is_not_written_again() throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            if (c.isFirst()) {
                c.write(RawPeer.OK);
                c.read();
                c.write(RawPeer.OK);
                // This request comes over the same connection, which then goes away without a response.
                c.read();
            }
        })) {
            learnThatConnectionsAreKept(peer);
            assertThrows(ExecutionException.class, () -> begin(peer).get());
            assertEquals(List.of("", "", "a"), List.copyOf(peer.bodies()));
            assertEquals(1, peer.connections());
        }
    }

    @Test
    void a_body_that_may_come_twice_is_sent_again_by_itself() throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            if (c.isFirst()) {
                c.write(RawPeer.OK);
                c.read();
            } else {
                c.write(RawPeer.OK);
            }
        })) {
            post(peer);
            var poll = new Request.Builder()
                    .url(peer.uri().toString())
                    .post(RequestBody.create(new byte[] {'p'}, null))
                    .build();
            assertEquals(200, calls.send(poll, Await.LIMIT).get().status());
            assertEquals(List.of("a", "p", "p"), List.copyOf(peer.bodies()));
        }
    }

    @Test
    void looking_leaves_the_timeout_of_the_connection_as_it_was() throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            c.write(RawPeer.OK);
            c.read();
            c.write(RawPeer.OK);
            c.read();
            // A peer that takes longer to answer than a look takes is what this test is about.
            Thread.sleep(100);
            c.write(RawPeer.OK);
            c.read();
        })) {
            learnThatConnectionsAreKept(peer);
            assertEquals(200, post(peer).status());
        } catch (ExecutionException e) {
            assertTrue(!(e.getCause() instanceof SocketTimeoutException), () -> "" + e.getCause());
            throw e;
        }
    }

    private void learnThatConnectionsAreKept(RawPeer peer) throws Exception {
        learnThatConnectionsAreKept(calls, peer);
    }

    private static void learnThatConnectionsAreKept(HttpCalls calls, RawPeer peer) throws Exception {
        for (var i = 0; i < 2; i++) {
            var get = new Request.Builder().url(peer.uri().toString()).build();
            assertEquals(200, calls.send(get, Await.LIMIT).get().status());
        }
    }

    private CompletableFuture<HttpResponse> begin(RawPeer peer) {
        return begin(calls, peer);
    }

    private static CompletableFuture<HttpResponse> begin(HttpCalls calls, RawPeer peer) {
        return calls.send(
                new Request.Builder()
                        .url(peer.uri().toString())
                        .post(HttpCalls.once(new byte[] {'a'}, null))
                        .build(),
                Await.LIMIT);
    }

    private HttpResponse post(RawPeer peer) throws Exception {
        return begin(peer).get();
    }
}

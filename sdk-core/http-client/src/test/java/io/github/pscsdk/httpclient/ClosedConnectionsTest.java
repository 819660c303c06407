package io.github.pscsdk.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request is lost to a connection that its peer has closed meanwhile, and none is sent twice. */
class ClosedConnectionsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @AutoClose
    private final HttpCalls calls = new HttpCalls(UnaryOperator.identity(), Bulkhead.ofThreads("closed", 8));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20})
    void a_peer_that_closes_after_each_response_loses_nothing(int pause) throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            c.write(RawPeer.OK);
        })) {
            for (var i = 0; i < 50; i++) {
                assertEquals(200, post(peer).status());
                Thread.sleep(pause);
            }
            assertEquals(50, peer.bodies().size(), "each came once");
        }
    }

    @Test
    void a_peer_that_resets_idle_connections_loses_nothing() throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            c.write(RawPeer.OK);
            Thread.sleep(20);
            c.resetAtEnd();
        })) {
            for (var i = 0; i < 10; i++) {
                assertEquals(200, post(peer).status());
                Thread.sleep(40);
            }
            assertEquals(10, peer.bodies().size());
        }
    }

    @Test
    void all_closed_connections_of_the_pool_are_left() throws Exception {
        try (var peer = new RawPeer(c -> {
            c.read();
            Thread.sleep(100);
            c.write(RawPeer.OK);
        })) {
            var together =
                    Collections.nCopies(8, peer).stream().map(this::begin).toList();
            for (var response : together) {
                assertEquals(200, response.get().status());
            }
            Thread.sleep(50);
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
        var closed = new CountDownLatch(1);
        try (var peer = new RawPeer(c -> {
            do {
                c.read();
                c.write(RawPeer.OK);
            } while (keeps.get());
            c.out().close();
            closed.countDown();
        })) {
            learnThatConnectionsAreKept(peer);
            keeps.set(false);
            post(peer);
            assertTrue(closed.await(10, TimeUnit.SECONDS));
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
        })) {
            learnThatConnectionsAreKept(peer);
            post(peer);
            assertEquals(1, peer.connections());
            Thread.sleep(HttpCalls.MAX_IDLE.plusMillis(200).toMillis());
            post(peer);
            assertEquals(2, peer.connections());
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
            assertEquals(200, calls.send(poll, LIMIT).get().status());
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
        for (var i = 0; i < 2; i++) {
            var get = new Request.Builder().url(peer.uri().toString()).build();
            assertEquals(200, calls.send(get, LIMIT).get().status());
        }
    }

    private CompletableFuture<HttpResponse> begin(RawPeer peer) {
        return calls.send(
                new Request.Builder()
                        .url(peer.uri().toString())
                        .post(HttpCalls.once(new byte[] {'a'}, null))
                        .build(),
                LIMIT);
    }

    private HttpResponse post(RawPeer peer) throws Exception {
        return begin(peer).get();
    }
}

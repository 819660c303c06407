package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose limits run where their owner says, and calls that are wired differently. */
class OwnTimerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ConcurrentHashMap<Runnable, Duration> limits = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();

    /** Leaves no connection for having been idle, however slow the machine. */
    @AutoClose
    private final HttpCalls calls = new HttpCalls(
            client -> client.connectionPool(new ConnectionPool(8, 10, TimeUnit.MINUTES)),
            Place.threads(2),
            (limit, late) -> {
                limits.put(late, limit);
                started.incrementAndGet();
                return () -> limits.remove(late);
            });

    @Test
    void the_owner_s_timer_ends_a_call() throws Exception {
        try (var peer = silent()) {
            var call = begin(calls, peer);
            assertEquals(1, limits.values().stream().filter(LIMIT::equals).count());

            limits.keySet().forEach(Runnable::run);

            assertInstanceOf(
                    TimeoutException.class,
                    assertThrows(ExecutionException.class, call::get).getCause());
            assertEquals(0, limits.size(), "it forgets a call that is over");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RawPeer.OK, "nothing of HTTP"})
    void whoever_is_told_of_the_end_of_a_call_finds_no_limit_of_it(String answer) throws Exception {
        var told = new CompletableFuture<String>();
        try (var peer = new RawPeer(c -> {
            c.read();
            c.write(told.join());
        })) {
            var left = begin(calls, peer).handle((whole, failure) -> limits.size());

            told.complete(answer);

            assertEquals(0, Await.outcome("the call ends", left));
        }
    }

    @Test
    void a_call_in_line_has_its_whole_limit_from_its_begin() throws Exception {
        try (var peer = new RawPeer(c -> {
            while (c.read()) {
                c.write(RawPeer.OK);
            }
        })) {
            var line = new ArrayDeque<Runnable>();
            var call = calls.send(request(peer), LIMIT, line::add);
            assertEquals(1, started.get());

            line.remove().run();

            assertEquals(200, call.get().status());
            assertEquals(2, started.get(), "another limit than that of the line");
            begin(calls, peer).get();
            assertEquals(3, started.get(), "a call without a line has one");
        }
    }

    @Test
    void a_call_has_one_limit_at_a_time() throws Exception {
        try (var peer = silent()) {
            var line = new ArrayDeque<Runnable>();
            var call = calls.send(request(peer), LIMIT, line::add);
            assertEquals(1, limits.size());

            new Thread(line.remove(), "a call in line").start();
            Await.until("the peer is called", () -> peer.connections() == 1);
            assertEquals(1, limits.size());

            limits.keySet().forEach(Runnable::run);
            assertThrows(ExecutionException.class, call::get);
        }
    }

    @Test
    void a_call_stands_in_line_no_longer_than_its_limit() throws Exception {
        try (var peer = silent()) {
            var call = calls.send(request(peer), LIMIT, waiting -> {});

            limits.keySet().forEach(Runnable::run);

            assertInstanceOf(
                    TimeoutException.class,
                    assertThrows(ExecutionException.class, call::get).getCause());
        }
    }

    @Test
    void rewired_calls_come_over_new_connections_and_leave_the_others_alone() throws Exception {
        try (var peer = new RawPeer(c -> {
            while (c.read()) {
                c.write(RawPeer.OK);
            }
        })) {
            begin(calls, peer).get();
            beginAnew(peer).get();
            beginAnew(peer).get();
            assertEquals(3, peer.connections());
            begin(calls, peer).get();
            assertEquals(3, peer.connections());
        }
    }

    @Test
    void rewired_calls_end_with_those_that_they_came_from() throws Exception {
        try (var peer = silent()) {
            var call = beginAnew(peer);

            calls.close();

            for (var ended : List.of(call, beginAnew(peer))) {
                assertThrows(IOException.class, () -> Await.outcome("the end of the call", ended));
            }
        }
    }

    private static RawPeer silent() {
        return new RawPeer(RawPeer.Manner.silent());
    }

    private static CompletableFuture<HttpResponse> begin(HttpCalls calls, RawPeer peer) {
        return calls.send(request(peer), LIMIT);
    }

    private CompletableFuture<HttpResponse> beginAnew(RawPeer peer) {
        return calls.sendAnew(request(peer), LIMIT, OkHttpClient::newBuilder);
    }

    private static Request request(RawPeer peer) {
        return new Request.Builder().url(peer.uri().toString()).build();
    }
}

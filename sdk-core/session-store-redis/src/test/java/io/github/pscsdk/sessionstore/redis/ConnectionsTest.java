package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

class ConnectionsTest {
    private static final int THREADS = 8;
    private static final int CALLS = 50;
    private static final Duration LIMIT = Duration.ofMillis(200);

    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "virtual");
    private final AtomicInteger opened = new AtomicInteger();
    private final ExecutorService lookups = Executors.newCachedThreadPool();
    private RedisServer server;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any());
    }

    @AfterEach
    void stop() {
        lookups.shutdown();
        server.close();
    }

    private Connections connections(int places) {
        var sockets = new Sockets(Optional.empty(), Await.LIMIT, InetAddress::getAllByName, lookups);
        return new Connections(
                limit -> {
                    opened.incrementAndGet();
                    return RedisConnection.toMaster(server.address(), Optional.empty(), sockets, limit);
                },
                new RedisFailures("Redis"),
                LIMIT,
                places,
                timers);
    }

    /** Timers take no task after their end. */
    private boolean haveTimersEnded() {
        var before = clock.tasks();
        var cancel = timers.after(LIMIT, () -> {});
        try {
            return clock.tasks() == before;
        } finally {
            cancel.run();
        }
    }

    private static Connection ping(Connection redis) {
        redis.executeCommand(Command.PING);
        return redis;
    }

    /** With one for each time somebody asks. */
    private long received() {
        return server.text("INFO", "stats")
                .lines()
                .filter(line -> line.startsWith("total_connections_received:"))
                .mapToLong(line -> Long.parseLong(line.split(":")[1]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void many_who_call_at_once_share_as_many_connections_as_were_set() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        var before = received();
        try (var stores =
                server.stores().connections(2).callLimit(Duration.ofMinutes(1)).build()) {
            var runners = new ArrayList<Callable<Void>>();
            for (var i = 0; i < THREADS; i++) {
                runners.add(() -> {
                    for (var call = 0; call < CALLS; call++) {
                        stores.sessions().now();
                    }
                    return null;
                });
            }
            for (var result : threads.invokeAll(runners)) {
                result.get();
            }

            assertEquals(2, received() - before - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_refusal_that_says_nothing_of_the_server_costs_no_connection() throws Exception {
        try (var stores = server.stores().build()) {
            stores.sessions().now();
            server.run("SET", "psc:entry:a", "of somebody else");
            var before = received();

            for (var i = 0; i < 5; i++) {
                assertThrows(StoreException.class, () -> stores.sessions().find("a"));
            }

            assertEquals(0, received() - before - 1);
        }
    }

    @Test
    void one_is_kept_and_no_longer_when_the_limit_of_its_call_has_closed_it() {
        var connections = connections(1);
        var first = connections.call(ConnectionsTest::ping);
        assertEquals(first, connections.call(ConnectionsTest::ping));

        connections.call(redis -> {
            ping(redis);
            clock.advance(LIMIT);
            return redis;
        });
        connections.call(ConnectionsTest::ping);

        assertEquals(2, opened.get());
    }

    @Test
    void none_that_was_open_when_the_server_proved_to_be_another_one_is_used_again() {
        var connections = connections(2);
        var old = connections.call(outer -> {
            assertThrows(
                    StoreException.class,
                    () -> connections.call(inner -> {
                        throw new JedisDataException("READONLY You can't write against a read only replica.");
                    }));
            return ping(outer);
        });

        var next = connections.call(ConnectionsTest::ping);

        assertTrue(next != old && !old.isConnected());
        assertEquals(3, opened.get());
    }

    @Test
    void one_that_has_ended_in_the_middle_of_a_call_is_not_opened_again_for_it() {
        var connections = connections(1);

        assertThrows(
                StoreException.class,
                () -> connections.call(redis -> {
                    redis.disconnect();
                    return ping(redis);
                }));

        assertEquals(1, opened.get());
    }

    @Test
    void who_finds_all_of_them_in_use_is_told_at_the_limit() {
        var connections = connections(1);
        connections.call(outer -> {
            var failure = assertThrows(StoreException.class, () -> connections.call(ConnectionsTest::ping));
            assertTrue(failure.getMessage().contains("in use"), failure::getMessage);
            return outer;
        });

        assertEquals(1, opened.get());
    }

    @Test
    void calls_under_way_end_as_they_would_have_and_then_nothing_is_left_open() {
        var connections = connections(2);
        var last = connections.call(outer -> {
            connections.call(inner -> {
                connections.close();
                return ping(inner);
            });
            assertFalse(haveTimersEnded());
            return ping(outer);
        });

        assertFalse(last.isConnected());
        assertTrue(haveTimersEnded());
        var failure = assertThrows(StoreException.class, () -> connections.call(ConnectionsTest::ping));
        assertTrue(failure.getMessage().contains("closed"), failure::getMessage);
        assertEquals(2, opened.get());
    }

    @Test
    void one_that_nobody_uses_is_closed_at_once() {
        var connections = connections(1);
        var idle = connections.call(ConnectionsTest::ping);
        assertFalse(haveTimersEnded());

        connections.close();

        assertFalse(idle.isConnected());
        assertTrue(haveTimersEnded());
    }
}

package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Servers that are away, come back, hang: each call ends within its limit, and says so. */
class OutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private final VirtualClock clock = VirtualClock.standing();
    private RedisServer server;
    private RedisStores stores;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any(), "--appendonly", "yes", "--appendfsync", "always");
        stores = server.stores().clock(clock).callLimit(LIMIT).connections(2).build();
    }

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    private static void assertUnavailable(String what, Executable call) {
        var failure = assertThrows(StoreException.class, call, what);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem(), what);
    }

    /** The call waits for a server that hangs until its limit, and not beyond it. */
    private void assertEndsAtItsLimit(String what, Executable call) throws Exception {
        var outcome = new FutureTask<>(() -> assertThrows(StoreException.class, call, what));
        var caller = new Thread(outcome, "caller");
        caller.start();
        Await.until(
                what + " waits for the server",
                () -> clock.hasTaskWithin(LIMIT)
                        && Stream.of(caller.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().equals("sun.nio.ch.NioSocketImpl")));
        clock.advance(LIMIT.minusMillis(1));
        assertFalse(outcome.isDone(), what);
        clock.advance(Duration.ofMillis(1));
        var failure = Await.result(what + " ends at its limit", outcome);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem(), what);
        assertTrue(failure.getMessage().endsWith("no answer within 3000 ms"), failure::getMessage);
    }

    private List<Executable> calls() {
        var sessions = stores.sessions();
        var due = EntryContent.of(VALUE, MINUTE).due("kind", MINUTE);
        return List.of(
                sessions::now,
                () -> sessions.find("a"),
                () -> sessions.putIfAbsent("b", VALUE, MINUTE),
                () -> sessions.write("a", 1, due),
                () -> sessions.extend("a", MINUTE),
                () -> sessions.remove("a", 1),
                sessions::check,
                () -> sessions.claimDue("kind", "node", MINUTE, 1),
                () -> sessions.list("index", Optional.empty(), 1, entry -> {}));
    }

    @Test
    void a_server_that_is_away_is_told_and_the_first_call_after_its_return_succeeds() throws Exception {
        stores.sessions().putIfAbsent("a", VALUE, MINUTE);
        server.kill();

        for (var call : calls()) {
            assertUnavailable("a call", call);
        }

        server.start();
        assertTrue(stores.sessions().find("a").isPresent(), "it was on the disk");
    }

    @Test
    void a_server_that_was_started_anew_between_two_calls_is_not_noticed() throws Exception {
        var version = stores.sessions().putIfAbsent("a", VALUE, MINUTE).orElseThrow();
        server.kill();
        server.start();
        clock.advance(MINUTE);

        assertTrue(stores.sessions()
                .write("a", version, EntryContent.of(VALUE, MINUTE))
                .isPresent());
    }

    @Test
    void a_server_that_hangs_is_told_in_time_and_the_first_call_after_that_succeeds() throws Exception {
        stores.sessions().putIfAbsent("a", VALUE, MINUTE);
        server.freeze();

        var calls = calls();
        for (var i = 0; i < calls.size(); i++) {
            assertEndsAtItsLimit("call " + i, calls.get(i));
        }

        server.thaw();
        assertTrue(stores.sessions().find("a").isPresent());
    }

    @Test
    void a_server_without_memory_takes_no_write_and_keeps_what_it_has() {
        var sessions = stores.sessions();
        var content = EntryContent.of(VALUE, MINUTE).due("kind", MINUTE).indexed(List.of("index"));
        var version = sessions.write("a", SessionStore.ABSENT, content).orElseThrow();
        server.run("CONFIG", "SET", "maxmemory", 1);

        assertUnavailable("a new entry", () -> sessions.write("b", SessionStore.ABSENT, content));
        assertUnavailable("another value", () -> sessions.write("a", version, EntryContent.of(VALUE, MINUTE)));

        assertEquals(version, sessions.find("a").orElseThrow().version());
        var listed = new ArrayList<StoredEntry>();
        sessions.list("index", Optional.empty(), 10, listed::add);
        assertEquals(1, listed.size());
    }

    @Test
    void a_write_that_nobody_reads_ends_in_time() throws Exception {
        var large = new byte[SessionStore.LARGEST_VALUE];
        stores.sessions().putIfAbsent("a", large, MINUTE);
        server.freeze();

        // More than the buffers of the system hold.
        assertEndsAtItsLimit("a write", () -> stores.sessions().putIfAbsent("b", new byte[64 << 20], MINUTE));
    }

    @Test
    void the_wait_for_a_connection_is_part_of_the_limit() throws Exception {
        var left = new LinkedBlockingQueue<Duration>();
        var mayGo = new CountDownLatch(1);
        Function<CallLimit, RedisConnection> absent = limit -> {
            left.add(limit.left());
            awaitUninterruptibly(mayGo);
            throw new JedisConnectionException("nobody is there");
        };
        var timers = Scheduler.of(clock, "limits");
        try (var one = new Connections(absent, new RedisFailures("a server"), LIMIT, 1, timers)) {
            var first = startCall(one);
            Await.until("the first one has the connection", () -> left.size() == 1);
            var second = startCall(one);
            Await.until("the second one waits for it", () -> second.getState() == Thread.State.TIMED_WAITING);
            clock.advance(Duration.ofSeconds(2));
            mayGo.countDown();
            Await.end("both have ended", first);
            Await.end("both have ended", second);
        }

        assertEquals(List.of(LIMIT, LIMIT.minusSeconds(2)), List.copyOf(left));
    }

    private static Thread startCall(Connections connections) {
        var caller = new Thread(() -> assertUnavailable("a call", () -> connections.call(jedis -> "")), "caller");
        caller.start();
        return caller;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            Await.latch("the test goes on", latch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_name_server_that_is_silent_is_given_up_in_time() throws Exception {
        var silence = new CountDownLatch(1);
        var deaf = server.stores()
                .callLimit(Duration.ofMillis(300))
                .names(name -> {
                    awaitUninterruptibly(silence);
                    return InetAddress.getAllByName("127.0.0.1");
                })
                .build();
        try (deaf) {
            assertUnavailable("a call", () -> deaf.sessions().now());
            silence.countDown();
            Await.success("a call with the name", () -> deaf.sessions().now());
        }
    }

    @Test
    void the_second_address_of_a_name_is_tried_where_the_first_one_answers_nobody() throws Exception {
        var two = server.stores()
                .names(name ->
                        new InetAddress[] {InetAddress.getByName("127.0.0.77"), InetAddress.getByName("127.0.0.1")})
                .build();
        try (two) {
            two.sessions().now();
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_connection_and_stays_set() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var silent = new RawServer(command -> Optional.of(""));
                var busy = silent.stores().callLimit(MINUTE).connections(2).build()) {
            var others = List.of(
                    threads.submit(() -> busy.sessions().now()),
                    threads.submit(() -> busy.sessions().now()));
            Await.until("both connections are in use", () -> silent.count("TIME") == 2);
            Thread.currentThread().interrupt();

            assertUnavailable("a call", () -> busy.sessions().now());

            assertTrue(Thread.interrupted());
            assertTrue(others.stream().noneMatch(Future::isDone), "they are in use still");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_call_that_waits_for_nobody_does_not_heed_an_interrupt() {
        stores.sessions().now();
        Thread.currentThread().interrupt();

        stores.sessions().putIfAbsent("a", VALUE, MINUTE);

        assertTrue(Thread.interrupted());
    }

    @Test
    void a_closed_store_says_so_and_has_no_connection_left() throws Exception {
        stores.sessions().now();

        stores.close();

        assertUnavailable("a call", () -> stores.sessions().now());
        Await.until(
                "one client, who asks",
                () -> !server.text("CLIENT", "LIST").strip().contains("\n"));
    }
}

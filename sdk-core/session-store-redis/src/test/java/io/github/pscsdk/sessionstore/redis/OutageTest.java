package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Servers that are away, come back, hang: each call ends within its limit, and says so. */
class OutageTest {
    private static final Duration LIMIT = Duration.ofMillis(700);
    /** For threads that a busy machine wakes late. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private RedisServer server;
    private RedisStores stores;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any(), "--appendonly", "yes", "--appendfsync", "always");
        stores = server.stores()
                .callLimit(LIMIT)
                .connectLimit(Duration.ofMillis(300))
                .connections(2)
                .build();
    }

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    private static void assertUnavailableInTime(String what, Executable call) {
        var begin = System.nanoTime();
        var failure = assertThrows(StoreException.class, call, what);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem(), what);
        assertTrue(took.compareTo(LIMIT.plus(LATE)) < 0, () -> what + " took " + took);
    }

    private void assertEachCallEndsInTime() {
        var sessions = stores.sessions();
        var pending = stores.pending();
        var calls = new ArrayList<Executable>(List.of(
                sessions::now,
                () -> sessions.find("a"),
                () -> sessions.putIfAbsent("b", VALUE, MINUTE),
                () -> sessions.compareAndSet("a", 1, VALUE, MINUTE),
                () -> sessions.extend("a", MINUTE),
                () -> sessions.remove("a", 1),
                sessions::check,
                () -> pending.add("kind", "a", VALUE, MINUTE, MINUTE),
                () -> pending.claimDue("kind", "node", MINUTE, 1),
                () -> pending.reschedule("a", 1, VALUE, MINUTE),
                () -> pending.finish("a", 1, VALUE, MINUTE),
                () -> pending.find("a"),
                () -> pending.remove("a", 1),
                () -> pending.count("kind", 1)));
        for (var i = 0; i < calls.size(); i++) {
            assertUnavailableInTime("call " + i, calls.get(i));
        }
    }

    @Test
    void a_server_that_is_away_is_told_and_the_first_call_after_its_return_succeeds() throws Exception {
        stores.sessions().putIfAbsent("a", VALUE, MINUTE);
        server.kill();

        assertEachCallEndsInTime();

        server.start();
        assertTrue(stores.sessions().find("a").isPresent(), "it was on the disk");
    }

    @Test
    void a_server_that_was_started_anew_between_two_calls_is_not_noticed() throws Exception {
        var version = stores.sessions().putIfAbsent("a", VALUE, MINUTE).orElseThrow();
        server.kill();
        server.start();
        Thread.sleep(900);

        assertTrue(stores.sessions().compareAndSet("a", version, VALUE, MINUTE).isPresent());
    }

    @Test
    void a_server_that_hangs_is_told_in_time_and_the_first_call_after_that_succeeds() throws Exception {
        stores.sessions().putIfAbsent("a", VALUE, MINUTE);
        server.freeze();

        assertEachCallEndsInTime();

        server.thaw();
        assertTrue(stores.sessions().find("a").isPresent());
    }

    @Test
    void a_write_that_nobody_reads_ends_in_time() throws Exception {
        var large = new byte[SessionStore.LARGEST_VALUE];
        var patient = server.stores().callLimit(LIMIT).connections(1).build();
        try (patient) {
            patient.sessions().putIfAbsent("a", large, MINUTE);
            server.freeze();

            // More than the buffers of the system hold.
            assertUnavailableInTime("a write", () -> patient.sessions().putIfAbsent("b", new byte[64 << 20], MINUTE));
        } finally {
            server.thaw();
        }
    }

    @Test
    void whoever_waits_for_a_connection_waits_within_the_same_limit() throws Exception {
        stores.sessions().now();
        server.freeze();
        var threads = Executors.newFixedThreadPool(6);
        var begin = System.nanoTime();
        try {
            for (var i = 0; i < 6; i++) {
                threads.submit(() -> assertUnavailableInTime(
                        "one of six", () -> stores.sessions().now()));
            }
            threads.shutdown();
            assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
            server.thaw();
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(LIMIT.plus(LATE)) < 0, () -> "all took " + took);
    }

    @Test
    void a_name_server_that_is_silent_is_given_up_in_time() throws Exception {
        var silence = new CountDownLatch(1);
        var deaf = server.stores()
                .callLimit(LIMIT)
                .names(name -> {
                    try {
                        silence.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return InetAddress.getAllByName("127.0.0.1");
                })
                .build();
        try (deaf) {
            assertUnavailableInTime("a call", () -> deaf.sessions().now());
            silence.countDown();
            deaf.sessions().now();
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
            RedisServer.await("both connections are in use", () -> silent.count("TIME") == 2);
            Thread.currentThread().interrupt();

            assertUnavailableInTime("a call", () -> busy.sessions().now());

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

        assertUnavailableInTime("a call", () -> stores.sessions().now());
        RedisServer.await(
                "one client, who asks",
                () -> !server.text("CLIENT", "LIST").strip().contains("\n"));
    }
}

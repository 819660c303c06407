package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisDataException;

/** A master, a replica, and a Sentinel that promotes it. */
class SentinelTest {
    private static final Path PAGE = Path.of("../../docs/session-stores.md");
    private static final String MASTER = "mymaster";
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1, 2};

    private final RedisProgram program = RedisProgram.any();
    private RedisServer master;
    private RedisServer replica;
    private RedisServer sentinel;

    @BeforeEach
    void start() throws Exception {
        master = RedisServer.start(program, "--repl-diskless-sync-delay", "0");
        replica = RedisServer.start(program, "--replicaof", "127.0.0.1", Integer.toString(master.port()));
        var port = RedisServer.freePort();
        var folder = RedisServer.folder();
        var settings = Files.write(
                folder.resolve("sentinel.conf"),
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "dir " + folder,
                        documentedUser(),
                        "sentinel monitor " + MASTER + " 127.0.0.1 " + master.port() + " 1",
                        "sentinel down-after-milliseconds " + MASTER + " 1000",
                        "sentinel failover-timeout " + MASTER + " 5000"));
        sentinel = RedisServer.start(port, program, settings.toString());
        RedisServer.await(
                "the replica has joined",
                () -> replica.text("INFO", "replication").contains("master_link_status:up"));
        RedisServer.await(
                "the Sentinel knows it", () -> sentinel.text("INFO", "sentinel").contains("slaves=1"));
    }

    private static String documentedUser() throws Exception {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("ACL SETUSER psc") && line.contains("+sentinel"))
                .findFirst()
                .orElseThrow()
                .replace("ACL SETUSER", "user");
    }

    @AfterEach
    void stop() {
        sentinel.close();
        replica.close();
        master.close();
    }

    private RedisStoresBuilder stores(String name) throws Exception {
        var nobody = InetSocketAddress.createUnresolved("127.0.0.1", RedisServer.freePort());
        return RedisStores.sentinels(name, List.of(nobody, sentinel.address()))
                .sentinelUser("psc", "password".toCharArray())
                .callLimit(LIMIT)
                .connectLimit(Duration.ofMillis(300));
    }

    /** Tries until it succeeds; what fails before that is told as passing, and in time. */
    private static <T> T eventually(Callable<T> call) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (true) {
            var begin = System.nanoTime();
            try {
                return call.call();
            } catch (StoreException e) {
                var took = Duration.ofNanos(System.nanoTime() - begin);
                assertEquals(LoginProblem.STORE_UNAVAILABLE, e.problem(), e::getMessage);
                assertTrue(took.compareTo(LIMIT.plus(LATE)) < 0, () -> "a call took " + took);
                assertTrue(System.nanoTime() < end, e::getMessage);
                Thread.sleep(50);
            }
        }
    }

    @Test
    void the_next_calls_after_the_death_of_a_master_find_the_next_one_and_what_it_has() throws Exception {
        try (var stores = stores(MASTER).build()) {
            var sessions = stores.sessions();
            sessions.check();
            var version = sessions.putIfAbsent("a", VALUE, MINUTE).orElseThrow();
            RedisServer.await("it is replicated", () -> ((Long) replica.run("EXISTS", "psc:session:a")) == 1);

            master.kill();

            var found = eventually(() -> sessions.find("a")).orElseThrow();
            assertArrayEquals(VALUE, found.value());
            assertEquals(version, found.version());
            var next = eventually(() -> sessions.compareAndSet("a", version, VALUE, MINUTE));
            assertTrue(next.orElseThrow() > version);
            assertTrue(replica.text("INFO", "replication").contains("role:master"));

            master.start();
            RedisServer.await(
                    "the old one follows",
                    () -> master.text("INFO", "replication").contains("role:slave"));
            assertEquals(
                    next.getAsLong(),
                    eventually(() -> sessions.find("a")).orElseThrow().version());
            sessions.check();
        }
    }

    @Test
    void no_version_is_given_twice_while_masters_change_under_load() throws Exception {
        var isOver = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(4);
        try (var stores = stores(MASTER).build()) {
            var runners = new ArrayList<Callable<List<Long>>>();
            for (var i = 0; i < 4; i++) {
                var name = "runner-" + i + "-";
                runners.add(() -> {
                    var versions = new ArrayList<Long>();
                    for (var n = 0; !isOver.get(); n++) {
                        var key = name + n;
                        versions.add(eventually(() -> stores.sessions().putIfAbsent(key, VALUE, MINUTE))
                                .orElse(0L));
                    }
                    return versions;
                });
            }
            var results = runners.stream().map(threads::submit).toList();
            RedisServer.await("it begins", this::failOver);
            RedisServer.await(
                    "the replica is the master",
                    () -> replica.text("INFO", "replication").contains("role:master"));
            RedisServer.await(
                    "the old one follows",
                    () -> master.text("INFO", "replication").contains("role:slave"));
            eventually(() -> stores.sessions().putIfAbsent("after", VALUE, MINUTE));
            isOver.set(true);

            var all = new ArrayList<Long>();
            for (var result : results) {
                all.addAll(result.get(60, TimeUnit.SECONDS));
            }
            // Empty where a write was done whose answer was lost.
            all.removeIf(version -> version == 0);
            assertTrue(all.size() > 10, () -> all.size() + " writes");
            assertEquals(all.size(), new HashSet<>(all).size());
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean failOver() {
        try {
            sentinel.run("SENTINEL", "FAILOVER", MASTER);
            return true;
        } catch (JedisDataException e) {
            // A Sentinel wants to have seen the replica for some seconds.
            return false;
        }
    }

    @Test
    void a_name_that_no_sentinel_knows_is_told() throws Exception {
        try (var stores = stores("other").build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), failure::getMessage);
        }
    }

    @Test
    void sentinels_that_are_all_away_are_told() throws Exception {
        try (var stores = stores(MASTER).build()) {
            sentinel.kill();

            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem(), failure::getMessage);
        }
    }

    @Test
    void a_sentinel_that_hangs_is_passed_over_and_not_asked_again() throws Exception {
        try (var silent = new RawServer(command -> Optional.of(""));
                var stores = RedisStores.sentinels(MASTER, List.of(silent.address(), sentinel.address()))
                        .callLimit(LIMIT)
                        .connectLimit(Duration.ofMillis(300))
                        .build()) {
            stores.sessions().now();
            assertEquals(1, silent.count("SENTINEL"));
            master.run("CLIENT", "KILL", "TYPE", "normal");
            Thread.sleep(900);

            stores.sessions().now();
            assertEquals(1, silent.count("SENTINEL"));
        }
    }

    @Test
    void a_sentinel_that_takes_all_of_the_time_is_the_last_one_next_time() throws Exception {
        try (var silent = new RawServer(command -> Optional.of(""));
                var stores = RedisStores.sentinels(MASTER, List.of(silent.address(), sentinel.address()))
                        .callLimit(LIMIT)
                        .connectLimit(Duration.ofSeconds(60))
                        .build()) {
            assertThrows(StoreException.class, () -> stores.sessions().now());

            stores.sessions().now();
        }
    }

    @Test
    void connections_outlive_a_time_without_any_sentinel() throws Exception {
        try (var stores = stores(MASTER).build()) {
            stores.sessions().putIfAbsent("a", VALUE, MINUTE);
            sentinel.kill();
            Thread.sleep(900);

            assertTrue(stores.sessions().find("a").isPresent());
        }
    }

    @Test
    void a_wrong_password_for_the_sentinels_is_told() throws Exception {
        try (var stores =
                stores(MASTER).sentinelUser("psc", "guessed".toCharArray()).build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), failure::getMessage);
        }
    }
}

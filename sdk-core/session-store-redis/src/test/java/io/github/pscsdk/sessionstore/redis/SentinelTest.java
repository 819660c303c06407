package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisDataException;

/** A master, a replica, and a Sentinel that promotes it. */
class SentinelTest {
    private static final Path PAGE = Path.of("../../docs/session-stores.md");
    private static final String MASTER = "mymaster";
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1, 2};

    private final RedisProgram program = RedisProgram.any();
    private final VirtualClock clock = VirtualClock.standing();
    private RedisServer master;
    private RedisServer replica;
    private RedisServer sentinel;

    @BeforeEach
    void start() throws Exception {
        master = RedisServer.start(program, "--repl-diskless-sync-delay", "0");
    }

    private void startReplica() throws Exception {
        replica = RedisServer.start(program, "--replicaof", "127.0.0.1", Integer.toString(master.port()));
        Await.until("the replica has joined", () -> replica.says("master_link_status:up", "INFO", "replication"));
    }

    /** @param patience of the Sentinel with a master that does not answer */
    private void startSentinel(Duration patience) throws Exception {
        var port = ReservedPort.next();
        var folder = RedisServer.folder();
        var settings = Files.write(
                folder.resolve("sentinel.conf"),
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "dir " + folder,
                        documentedUser(),
                        "sentinel monitor " + MASTER + " 127.0.0.1 " + master.port() + " 1",
                        "sentinel down-after-milliseconds " + MASTER + " " + patience.toMillis(),
                        "sentinel failover-timeout " + MASTER + " 5000"));
        sentinel = RedisServer.start(port, program, settings.toString());
        hurry();
    }

    /**
     * It looks more often than it usually does; older ones cannot. Two limits hold the figures. It promotes no replica that has been silent for five pings or three looks, and gives up for ten seconds then: so
     * not too often. It makes a master that comes back follow only after four hellos in which that one was never late with a ping: so several pings for each patience.
     */
    private void hurry() {
        try {
            sentinel.run("SENTINEL", "DEBUG", "PING-PERIOD", 300, "INFO-PERIOD", 1000, "PUBLISH-PERIOD", 500);
        } catch (JedisDataException e) {
            assertTrue(e.getMessage().contains("subcommand"), e::getMessage);
        }
    }

    private void startAll(Duration patience) throws Exception {
        startReplica();
        startSentinel(patience);
        Await.until("the Sentinel knows the replica", () -> sentinel.says("slaves=1", "INFO", "sentinel"));
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
        if (replica != null) {
            replica.close();
        }
        master.close();
    }

    private RedisStoresBuilder stores(String name) throws Exception {
        var nobody = InetSocketAddress.createUnresolved("127.0.0.1", ReservedPort.next());
        return RedisStores.sentinels(name, List.of(nobody, sentinel.address()))
                .sentinelUser("psc", "password".toCharArray())
                .clock(clock)
                .callLimit(LIMIT);
    }

    /** Tries until it succeeds; what fails before that is told as passing. */
    private static <T> T eventually(Callable<T> call) {
        return Await.value("a call succeeds", () -> {
            try {
                return Optional.of(call.call());
            } catch (StoreException e) {
                assertEquals(LoginProblem.STORE_UNAVAILABLE, e.problem(), e::getMessage);
                return Optional.empty();
            }
        });
    }

    @Test
    void the_next_calls_after_the_death_of_a_master_find_the_next_one_and_what_it_has() throws Exception {
        startAll(Duration.ofSeconds(1));
        try (var stores = realTime().build()) {
            var sessions = stores.sessions();
            sessions.check();
            var version = sessions.putIfAbsent("a", VALUE, MINUTE).orElseThrow();
            Await.until("it is replicated", () -> ((Long) replica.run("EXISTS", "psc:entry:a")) == 1);

            master.kill();

            var found = eventually(() -> sessions.find("a")).orElseThrow();
            assertArrayEquals(VALUE, found.value());
            assertEquals(version, found.version());
            var next = eventually(() -> sessions.write("a", version, EntryContent.of(VALUE, MINUTE)));
            assertTrue(next.orElseThrow() > version);
            assertTrue(replica.text("INFO", "replication").contains("role:master"));

            master.start();
            Await.until("the old one follows", () -> master.says("role:slave", "INFO", "replication"));
            assertEquals(
                    next.getAsLong(),
                    eventually(() -> sessions.find("a")).orElseThrow().version());
            sessions.check();
        }
    }

    @Test
    void no_version_is_given_twice_while_masters_change_under_load() throws Exception {
        var isOver = new AtomicBoolean();
        var written = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(4);
        startAll(MINUTE);
        try (var stores = realTime().build()) {
            var runners = new ArrayList<Callable<List<Long>>>();
            for (var i = 0; i < 4; i++) {
                var name = "runner-" + i + "-";
                runners.add(() -> {
                    var versions = new ArrayList<Long>();
                    for (var n = 0; !isOver.get(); n++) {
                        var key = name + n;
                        versions.add(eventually(() -> stores.sessions().putIfAbsent(key, VALUE, MINUTE))
                                .orElse(0L));
                        written.incrementAndGet();
                    }
                    return versions;
                });
            }
            var results = runners.stream().map(threads::submit).toList();
            Await.until("it begins", this::failOver);
            Await.until("the replica is the master", () -> replica.says("role:master", "INFO", "replication"));
            Await.until("the old one follows", () -> master.says("role:slave", "INFO", "replication"));
            var before = written.get();
            Await.until("each goes on with the new one", () -> written.get() > before + 10);
            isOver.set(true);

            var all = new ArrayList<Long>();
            for (var result : results) {
                all.addAll(Await.result("a runner has ended", result));
            }
            // Empty where a write was done whose answer was lost.
            all.removeIf(version -> version == 0);
            assertFalse(all.isEmpty());
            assertEquals(all.size(), new HashSet<>(all).size());
        } finally {
            threads.shutdownNow();
        }
    }

    /** With limits that pass by themselves. */
    private RedisStoresBuilder realTime() throws Exception {
        return stores(MASTER).clock(Clock.systemUTC()).connectLimit(Duration.ofMillis(300));
    }

    private boolean failOver() {
        try {
            sentinel.run("SENTINEL", "FAILOVER", MASTER);
            return true;
        } catch (JedisDataException e) {
            // A Sentinel wants to have seen the replica for some seconds.
            return e.getMessage().startsWith("INPROG");
        }
    }

    @Test
    void a_name_that_no_sentinel_knows_is_told() throws Exception {
        startSentinel(MINUTE);
        try (var stores = stores("other").build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), failure::getMessage);
        }
    }

    @Test
    void sentinels_that_are_all_away_are_told() throws Exception {
        startSentinel(MINUTE);
        try (var stores = stores(MASTER).build()) {
            sentinel.kill();

            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem(), failure::getMessage);
        }
    }

    @Test
    void a_sentinel_that_hangs_is_passed_over_and_not_asked_again() throws Exception {
        startSentinel(MINUTE);
        try (var silent = new RawServer(command -> Optional.of(""));
                var stores = RedisStores.sentinels(MASTER, List.of(silent.address(), sentinel.address()))
                        .clock(clock)
                        .connectLimit(Duration.ofMillis(500))
                        .build()) {
            // On a busy machine the other one may not answer in time either.
            Await.success("the other one answers", () -> stores.sessions().now());
            var asked = silent.count("SENTINEL");
            assertTrue(asked > 0);
            master.run("CLIENT", "KILL", "TYPE", "normal");
            clock.advance(MINUTE);

            stores.sessions().now();
            assertEquals(asked, silent.count("SENTINEL"));
        }
    }

    @Test
    void a_sentinel_that_takes_all_of_the_time_is_the_last_one_next_time() throws Exception {
        startSentinel(MINUTE);
        try (var silent = new RawServer(command -> Optional.of(""));
                var stores = RedisStores.sentinels(MASTER, List.of(silent.address(), sentinel.address()))
                        .clock(clock)
                        .callLimit(LIMIT)
                        .connectLimit(Await.LIMIT)
                        .build()) {
            var call = new FutureTask<>(() -> stores.sessions().now());
            new Thread(call, "caller").start();
            Await.until("the silent one is asked", () -> silent.count("SENTINEL") == 1);
            clock.advance(LIMIT);
            assertThrows(StoreException.class, () -> Await.result("the call has ended", call));

            stores.sessions().now();
        }
    }

    @Test
    void connections_outlive_a_time_without_any_sentinel() throws Exception {
        startSentinel(MINUTE);
        try (var stores = stores(MASTER).build()) {
            stores.sessions().putIfAbsent("a", VALUE, MINUTE);
            sentinel.kill();
            clock.advance(MINUTE);

            assertTrue(stores.sessions().find("a").isPresent());
        }
    }

    @Test
    void a_wrong_password_for_the_sentinels_is_told() throws Exception {
        startSentinel(MINUTE);
        try (var stores =
                stores(MASTER).sentinelUser("psc", "guessed".toCharArray()).build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), failure::getMessage);
        }
    }
}

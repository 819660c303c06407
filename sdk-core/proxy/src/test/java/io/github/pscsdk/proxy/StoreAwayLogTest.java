package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log of a node whose store is away: host, port and reason in one line, no stack however many call, and neither user nor password. */
@Isolated("reads the log of the whole JVM")
class StoreAwayLogTest {
    private static final String PASSWORD = "s3cret-of-the-store";
    private static final String IN_ITS_ADDRESS = "s3cret-in-the-address";
    private static final int ROUNDS = 5;

    private final LogRecorder log = new LogRecorder();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        log.close();
    }

    private StoreSource postgresql(int port, String database) throws Exception {
        return new PostgresqlSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?password=" + IN_ITS_ADDRESS,
                "postgres",
                PASSWORD::toCharArray,
                DrawnKeys.drawnIn(folder).ring());
    }

    private StoreSource redis(int port) throws Exception {
        var server = RedisStores.server(InetSocketAddress.createUnresolved("127.0.0.1", port));
        return new RedisSource(server, List.of(), DrawnKeys.drawnIn(folder).ring());
    }

    @Test
    void at_a_start_without_postgresql() throws Exception {
        var port = ReservedPort.next();

        assertToldAtStart(
                postgresql(port, "psc"),
                "PSC-049: PostgreSQL at 127.0.0.1:" + port + " (SQL state 08001): connection refused");
    }

    @Test
    void at_a_start_without_redis() throws Exception {
        var port = ReservedPort.next();

        assertToldAtStart(redis(port), "PSC-049: Redis at 127.0.0.1:" + port + ": connection refused");
    }

    /** By which a silence is told: see {@link io.github.pscsdk.sessionstore.internal.StoreCalls}. */
    @Test
    void a_store_says_where_it_is_through_all_that_is_around_it() throws Exception {
        var port = ReservedPort.next();
        try (var postgresql = postgresql(port, "psc").open();
                var redis = redis(port).open()) {
            assertEquals(
                    "PostgreSQL at 127.0.0.1:" + port, postgresql.sessions().place());
            assertEquals("Redis at 127.0.0.1:" + port, redis.sessions().place());
        }
    }

    private void assertToldAtStart(StoreSource source, String why) {
        try (var bench = Bench.start(builder -> builder.stores(source))) {
            assertEquals(
                    1, lines("the store of sessions cannot be used: " + why).count());
            Await.until(
                    "the clock has asked",
                    () -> lines("the time of the session store is not known")
                            .findAny()
                            .isPresent());
            assertEquals(
                    List.of(),
                    lines("the time of the session store is not known")
                            .filter(line -> !line.endsWith(why))
                            .toList(),
                    bench.proxy.address()::toString);
        }
        assertNothingElse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "HANG"})
    void while_postgresql_is_away(Relay.Trouble trouble) throws Exception {
        try (var postgres = Postgres.start();
                var way = new Relay(postgres.port())) {
            var source = postgresql(way.port(), postgres.database());
            assertToldOnce(
                    builder -> builder.stores(source).traces(TraceSettings.inStore()),
                    way,
                    trouble,
                    "PSC-049: PostgreSQL at 127.0.0.1:" + way.port() + " (SQL state 08");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "HANG"})
    void while_redis_is_away(Relay.Trouble trouble) throws Exception {
        try (var redis = Redis.start(folder);
                var way = new Relay(redis.port())) {
            var source = redis(way.port());
            assertToldOnce(
                    builder -> builder.stores(source),
                    way,
                    trouble,
                    "PSC-049: Redis at 127.0.0.1:" + way.port() + ": ");
        }
    }

    private void assertToldOnce(Consumer<ProxyServerBuilder> settings, Relay way, Relay.Trouble trouble, String server)
            throws Exception {
        try (var bench = Bench.start(settings)) {
            var session = bench.loggedIn();

            way.begin(trouble);

            var calls = calls(bench, session);
            bench.whileTimePasses(calls);
            bench.whileTimePasses(
                    "an operator is told",
                    () -> lines("the store of sessions cannot").findAny().isPresent());
            var told = lines("the store of sessions cannot be used: ").toList();
            assertEquals(1, told.size(), told::toString);
            assertTrue(told.get(0).contains(server), told::toString);
            assertTrue(
                    told.get(0)
                            .matches(
                                    ".*: (connection lost|no answer in time|no usable server in time|no answer within 3000 ms"
                                            // Calls that hang hold all of them.
                                            + "|all its connections are in use|no connection of the pool was free in time)"),
                    told::toString);
        }
        assertNothingElse();
    }

    /** Of every kind. */
    private static List<CompletableFuture<Answer>> calls(Bench bench, ProxyCalls session) {
        var body = ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT).json();
        var calls = new ArrayList<CompletableFuture<Answer>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var path : List.of("/v1/session", "/v1/session/end?wait=1", "/send/form/a", "/send/open/a")) {
                calls.add(session.callLater("GET", path, ""));
            }
            calls.add(session.callLater("DELETE", "/disconnect", ""));
            calls.add(bench.calls().callLater("POST", "/connect", body));
            calls.add(bench.calls().callLater("POST", "/v1/logins", body));
            calls.add(bench.calls().callLater("GET", "/v1/logins/unknown", ""));
        }
        return calls;
    }

    private Stream<String> lines(String part) {
        return log.lines().stream().filter(line -> line.contains(part));
    }

    private void assertNothingElse() {
        assertEquals(List.of(), lines("\tat ").toList(), "a stack");
        assertEquals(List.of(), lines("CompletionException").toList());
        assertEquals(List.of(), lines("s3cret").toList());
    }
}

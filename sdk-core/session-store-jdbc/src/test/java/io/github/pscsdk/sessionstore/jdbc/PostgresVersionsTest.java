package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The version of an entry that stands for a lease grows from holder to holder. */
@OnPostgres
class PostgresVersionsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] VALUE = {1};
    private static final int THREADS = 8;
    private static final int HOLDERS = 400;

    @Test
    void each_holder_of_a_lease_has_a_greater_version_than_the_one_before_on_whatever_node() throws Exception {
        var last = new AtomicLong();
        var holders = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(THREADS);
        try (var nodes =
                new Nodes(PostgresServer.shared(), PostgresServer.shared().contract())) {
            var stores = new JdbcStores[] {nodes.open(), nodes.open()};
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < THREADS; i++) {
                var sessions = stores[i % 2].sessions();
                work.add(() -> {
                    while (holders.get() < HOLDERS) {
                        var version = sessions.putIfAbsent("versions/lease", VALUE, MINUTE);
                        if (version.isPresent()) {
                            var before = last.getAndSet(version.getAsLong());
                            holders.incrementAndGet();
                            assertTrue(sessions.remove("versions/lease", version.getAsLong()));
                            assertTrue(before < version.getAsLong(), () -> before + " before " + version);
                        }
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_put_that_was_held_up_has_a_greater_version_than_what_came_in_between() throws Exception {
        holdUp(EntryContent.of(VALUE, MINUTE));
    }

    @Test
    void what_was_held_up_while_it_was_added_has_a_greater_version_than_what_came_in_between() throws Exception {
        holdUp(EntryContent.of(VALUE, MINUTE).due("lease", Duration.ZERO).indexed(List.of("versions/index")));
    }

    /** Two writes of another node, and their removals, come between the number that a write has drawn and its row. */
    private static void holdUp(EntryContent content) throws Exception {
        var server = PostgresServer.shared();
        var name = server.database();
        try (var nodes = new Nodes(server, name);
                var connection =
                        nodes.pool(config -> config.setAutoCommit(false)).getConnection()) {
            var other = new JdbcSessionStore(database(new Transaction(connection)));
            var first = put(other, content).orElseThrow();

            var mine = new JdbcSessionStore(database(new PooledConnections(nodes.pool(config -> {}), LIMIT)));
            var held = CompletableFuture.supplyAsync(() -> put(mine, content), ThreadPerTaskExecutor.INSTANCE);
            awaitWaiting(server, name);
            assertTrue(other.remove("versions/lease", first));
            var second = put(other, content).orElseThrow();
            assertTrue(other.remove("versions/lease", second));
            connection.commit();

            var third = Await.result("the put is no longer held up", held).orElseThrow();
            assertTrue(first < second && second < third, () -> first + ", " + second + ", " + third);
        }
    }

    private static OptionalLong put(SessionStore store, EntryContent content) {
        return store.write("versions/lease", SessionStore.ABSENT, content);
    }

    private static Database database(Connections connections) {
        return new Database(connections, Dialect.POSTGRESQL, "PostgreSQL", LIMIT, System::nanoTime);
    }

    private static void awaitWaiting(PostgresServer server, String database) {
        Await.until(
                "somebody waits for the row",
                () -> server.number(
                                database,
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
                        > 0);
    }

    /** All that is done on it is one transaction, until somebody commits. */
    private record Transaction(Connection connection) implements Connections {
        @Override
        public <T> T use(Work<T> work) throws SQLException {
            return work.on(connection);
        }

        @Override
        public void close() {}
    }
}

package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node sees of a server that is away, slow, or full, and that the next call works when it is back. */
@OnPostgres
class PostgresOutageTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PostgresServer server = PostgresServer.shared();

    @Test
    void behind_a_network_that_swallows_everything_each_call_ends_and_the_next_one_works() throws Exception {
        try (var relay = new TcpRelay(server.port());
                var nodes = new Nodes(relay.port(), server.database())) {
            var stores = JdbcStores.postgresql(nodes.limitedPool(config -> config.setMaximumPoolSize(20)), SECOND);
            var version = stores.sessions()
                    .putIfAbsent("session/a", new byte[] {1}, MINUTE)
                    .orElseThrow();
            // A pool does not try what was used just now: so the statements hang, and not the pool.
            EveryStoreCall.assertDone(stores);

            relay.hang();
            EveryStoreCall.assertFails(stores, LoginProblem.STORE_UNAVAILABLE);
            relay.goOn();

            assertEquals(version, afterOutage(stores.sessions()));
        }
    }

    @Test
    void a_server_that_was_stopped_and_started_is_found_again(@TempDir Path folder) throws Exception {
        var port = ReservedPort.next();
        var first = PostgresServer.start(folder.resolve("data"), port);
        var database = first.database();
        try (var nodes = new Nodes(port, database)) {
            var stores = JdbcStores.postgresql(nodes.limitedPool(config -> {}), SECOND);
            var version = stores.sessions()
                    .putIfAbsent("session/a", new byte[] {1}, MINUTE)
                    .orElseThrow();

            first.close();
            EveryStoreCall.assertFails(stores, LoginProblem.STORE_UNAVAILABLE);
            try (var second = PostgresServer.start(folder.resolve("data"), port)) {
                assertEquals(version, afterOutage(stores.sessions()));
                assertTrue(second.number(database, "SELECT count(*) FROM psc_entry") > 0);
            }
        }
    }

    /** A pool may hold a connection that it has not found dead yet: a call may meet it. */
    private static long afterOutage(SessionStore sessions) {
        return Await.success(
                "the server answers again",
                () -> sessions.find("session/a").orElseThrow().version());
    }

    @Test
    void whoever_waits_for_the_lock_of_an_operator_waits_no_longer_than_the_limit() throws SQLException {
        var database = server.database();
        try (var nodes = new Nodes(server, database)) {
            var stores = nodes.open(SECOND);
            var operator = nodes.pool(config -> config.setAutoCommit(false));
            try (var connection = operator.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE psc_entry");
                var failure = assertThrows(
                        StoreException.class, () -> stores.sessions().putIfAbsent("session/a", new byte[] {1}, MINUTE));
                assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
                assertEquals(
                        "PSC-049: PostgreSQL: cannot put an entry, SQL state 57014: it took too long",
                        failure.getMessage());
                assertEquals(
                        0,
                        server.number(
                                database,
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"),
                        "nothing of ours waits there any more");
                connection.rollback();
            }
            assertTrue(stores.sessions()
                    .putIfAbsent("session/a", new byte[] {1}, MINUTE)
                    .isPresent());
        }
    }

    @Test
    void a_pool_without_a_free_connection_is_a_store_that_does_not_answer() throws Exception {
        try (var nodes = new Nodes(server, server.contract())) {
            var pool = nodes.pool(config -> {
                config.setMaximumPoolSize(1);
                config.setConnectionTimeout(500);
                config.setValidationTimeout(250);
            });
            var stores = JdbcStores.postgresql(pool);
            try (var other = pool.getConnection()) {
                assertTrue(other.isValid(1));
                EveryStoreCall.assertFails(stores, LoginProblem.STORE_UNAVAILABLE);
            }
            assertDoesNotThrow(stores.sessions()::check);
        }
    }

    @Test
    void a_pool_that_was_closed_is_a_store_that_does_not_answer() throws Exception {
        var nodes = new Nodes(server, server.contract());
        var stores = nodes.open();
        nodes.close();

        EveryStoreCall.assertFails(stores, LoginProblem.STORE_UNAVAILABLE);
    }

    /** This one was told no address. */
    @Test
    void a_pool_that_throws_an_exception_of_its_own_is_a_store_that_does_not_answer() throws Exception {
        try (var pool = new HikariDataSource()) {
            assertThrows(IllegalArgumentException.class, pool::getConnection);

            EveryStoreCall.assertFails(JdbcStores.postgresql(pool), LoginProblem.STORE_UNAVAILABLE);
        }
    }

    @Test
    void on_a_server_that_is_read_only_one_can_read() {
        var database = server.database();
        try (var nodes = new Nodes(server, database)) {
            nodes.open().sessions().putIfAbsent("session/a", new byte[] {1}, MINUTE);
            server.execute("postgres", "ALTER DATABASE " + database + " SET default_transaction_read_only = on");
            var standby = nodes.open().sessions();

            assertTrue(standby.find("session/a").isPresent());
            var failure = assertThrows(StoreException.class, () -> standby.extend("session/a", MINUTE));
            assertEquals(
                    "PSC-049: PostgreSQL: cannot extend an entry, SQL state 25006: the server is a standby, or read-only",
                    failure.getMessage());
        }
    }

    @Test
    void a_thread_that_is_interrupted_stays_so_and_the_store_works() {
        try (var nodes = new Nodes(server, server.database())) {
            var sessions = nodes.open().sessions();
            sessions.check();

            Thread.currentThread().interrupt();
            assertTrue(sessions.putIfAbsent("session/a", new byte[] {1}, MINUTE).isPresent());
            assertTrue(Thread.interrupted());
            assertTrue(sessions.find("session/a").isPresent());
        }
    }
}

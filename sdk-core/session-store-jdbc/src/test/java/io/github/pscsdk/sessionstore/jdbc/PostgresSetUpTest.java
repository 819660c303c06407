package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that an operator can leave out or change is told at start, with what to do. */
@OnPostgres
class PostgresSetUpTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PostgresServer server = PostgresServer.shared();

    @Test
    void without_tables_every_call_names_the_file_to_run_and_creates_nothing() {
        var database = server.emptyDatabase();
        try (var nodes = new Nodes(server, database)) {
            var stores = nodes.open();
            EveryStoreCall.all(stores, "session/a", new byte[] {1}).forEach((name, call) -> {
                if (!name.equals("now")) {
                    var message = unreadable(call::run);
                    assertTrue(message.contains(": run postgresql.sql of psc-sdk-session-store-jdbc"), message);
                }
            });
            assertEquals(0, server.number(database, "SELECT count(*) FROM pg_class WHERE relname LIKE 'psc%'"));

            server.execute(database, PostgresServer.tables());
            assertDoesNotThrow(stores.sessions()::check);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE psc_schema SET version = 0 | needs tables of version 1, and there are [Schema[version=0, usableFrom=1]]: run postgresql.sql
            UPDATE psc_schema SET version = 3, usable_from = 2 | update this node where they are newer
            DELETE FROM psc_schema            | there are []: run postgresql.sql
            DROP TABLE psc_entry CASCADE      | SQL state 42P01: run postgresql.sql
            DROP SEQUENCE psc_version         | SQL state 42P01: run postgresql.sql
            ALTER TABLE psc_entry DROP node   | SQL state 42703: run postgresql.sql
            ALTER SEQUENCE psc_version CACHE 20 | ALTER SEQUENCE psc_version CACHE 1
            ALTER SEQUENCE psc_version CYCLE  | ALTER SEQUENCE psc_version CACHE 1
            """)
    void what_is_missing_or_otherwise_is_told_at_start(String change, String told) {
        var database = server.database();
        server.execute(database, change);

        assertTold(told, database, config -> {});
    }

    /** So that two releases run side by side. */
    @Test
    void newer_tables_that_are_said_to_be_usable_are_used() {
        var database = server.database();
        server.execute(database, "UPDATE psc_schema SET version = 3, usable_from = 1");
        try (var nodes = new Nodes(server, database)) {
            assertDoesNotThrow(nodes.open().sessions()::check);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT ON psc_entry", "DELETE ON psc_entry", "USAGE ON SEQUENCE psc_version"})
    void a_privilege_that_a_role_lacks_is_told_at_start(String privilege) {
        var database = server.database();
        server.execute(database, """
                CREATE ROLE %s_node LOGIN;
                GRANT SELECT, INSERT, UPDATE, DELETE ON psc_entry TO %1$s_node;
                GRANT SELECT, INSERT, DELETE ON psc_trace TO %1$s_node;
                GRANT SELECT ON psc_schema TO %1$s_node;
                GRANT USAGE ON SEQUENCE psc_version TO %1$s_node;
                """.formatted(database));
        Consumer<HikariConfig> node = config -> config.setUsername(database + "_node");
        try (var nodes = new Nodes(server, database)) {
            var stores = JdbcStores.postgresql(nodes.pool(node));
            assertDoesNotThrow(stores.sessions()::check);
            EveryStoreCall.all(stores, "session/a", new byte[] {1})
                    .forEach((name, call) -> assertDoesNotThrow(call::run, name));
        }

        server.execute(database, "REVOKE " + privilege + " FROM " + database + "_node");
        assertTold("the role of this node lacks a privilege", database, node);
    }

    /** Exactly those that the head of the file lists, on tables in a schema of their own. */
    @Test
    void a_role_that_may_not_use_the_schema_of_the_tables_is_told_and_what_the_file_lists_is_enough() {
        var database = server.emptyDatabase();
        var role = database + "_node";
        server.execute(database, "CREATE SCHEMA own; SET search_path = own; " + PostgresServer.tables());
        server.execute(
                database,
                "CREATE ROLE %s LOGIN; ALTER ROLE %1$s IN DATABASE %s SET search_path = own".formatted(role, database));
        var grants = PostgresServer.tables()
                .lines()
                .filter(line -> line.startsWith("--   GRANT "))
                .map(line ->
                        line.substring(2).replace("SCHEMA public", "SCHEMA own").replace("psc;", role + ";"))
                .collect(Collectors.joining("\n"));
        server.execute(database, "SET search_path = own; " + grants + "; REVOKE USAGE ON SCHEMA own FROM " + role);
        assertTold(
                "in this database, or the role may not use their schema, or has another search_path",
                database,
                config -> config.setUsername(role));

        server.execute(database, "SET search_path = own; " + grants);
        try (var nodes = new Nodes(server, database)) {
            var stores = JdbcStores.postgresql(nodes.pool(config -> config.setUsername(role)));
            assertDoesNotThrow(stores.sessions()::check);
            assertDoesNotThrow(stores.traces()::check);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE psc_trace                 | SQL state 42P01: run postgresql.sql
            ALTER TABLE psc_trace DROP value     | SQL state 42703: run postgresql.sql
            """)
    void what_traces_need_is_told_to_whoever_keeps_them_there_and_added_by_another_run(String change, String told) {
        var database = server.database();
        server.execute(database, change);
        try (var nodes = new Nodes(server, database)) {
            var stores = nodes.open();
            assertDoesNotThrow(stores.sessions()::check);
            var message = unreadable(stores.traces()::check);
            assertTrue(message.contains(told), message);

            server.execute(database, "DROP TABLE IF EXISTS psc_trace");
            server.execute(database, PostgresServer.tables());
            assertDoesNotThrow(stores.traces()::check);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "INSERT", "DELETE"})
    void a_privilege_for_traces_that_a_role_lacks_is_told(String privilege) {
        var database = server.database();
        server.execute(database, """
                CREATE ROLE %s_node LOGIN;
                GRANT SELECT, INSERT, DELETE ON psc_trace TO %1$s_node;
                """.formatted(database));
        try (var nodes = new Nodes(server, database)) {
            var traces = JdbcStores.postgresql(nodes.pool(config -> config.setUsername(database + "_node")))
                    .traces();
            assertDoesNotThrow(traces::check);
            server.execute(database, "REVOKE " + privilege + " ON psc_trace FROM " + database + "_node");

            var message = unreadable(traces::check);
            assertTrue(message.contains("the role of this node"), message);
        }
    }

    @Test
    void a_privilege_that_is_taken_from_a_running_node_is_told() {
        var database = server.database();
        server.execute(database, "CREATE ROLE " + database + "_node LOGIN");
        try (var nodes = new Nodes(server, database)) {
            var stores = JdbcStores.postgresql(nodes.pool(config -> config.setUsername(database + "_node")));

            assertEquals(
                    "PSC-050: PostgreSQL: cannot find an entry, SQL state 42501: the role of this node may not",
                    unreadable(() -> stores.sessions().find("session/a")));
        }
    }

    @Test
    void another_isolation_is_refused() {
        assertTold(
                "another isolation than READ COMMITTED",
                server.database(),
                config -> config.setTransactionIsolation("TRANSACTION_SERIALIZABLE"));
    }

    @Test
    void a_server_that_answers_before_it_has_written_is_refused() {
        assertTold(
                "synchronous_commit is off",
                server.database(),
                config -> config.setConnectionInitSql("SET synchronous_commit = off"));
    }

    @Test
    void another_database_and_another_user_are_told() {
        var nowhere =
                unreadable(JdbcStores.postgresql(server.source("of_nobody")).sessions()::check);
        assertTrue(nowhere.contains("SQL state 3D000: the user, the password or the name"), nowhere);
        assertTold(
                "SQL state 28000: the user, the password or the name",
                server.contract(),
                config -> config.setUsername("nobody"));
    }

    /** Within a transaction of the host's, time would stand still. */
    @Test
    void a_pool_that_begins_transactions_by_itself_does_no_harm() {
        try (var nodes = new Nodes(server, server.database())) {
            var sessions = JdbcStores.postgresql(nodes.pool(config -> config.setAutoCommit(false)))
                    .sessions();

            assertTrue(sessions.putIfAbsent("session/a", new byte[] {1}, MINUTE).isPresent());
            assertTrue(nodes.open().sessions().find("session/a").isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 999, 1500, 31_000})
    void a_limit_is_of_whole_seconds(long millis) {
        try (var nodes = new Nodes(server, server.contract())) {
            var pool = nodes.pool(config -> {});
            assertThrows(IllegalArgumentException.class, () -> JdbcStores.postgresql(pool, Duration.ofMillis(millis)));
        }
    }

    private void assertTold(String told, String database, Consumer<HikariConfig> config) {
        try (var nodes = new Nodes(server, database)) {
            var stores = JdbcStores.postgresql(nodes.limitedPool(config));
            var message = unreadable(stores.sessions()::check);
            assertTrue(message.contains(told), message);
        }
    }

    private static String unreadable(Runnable call) {
        var failure = assertThrows(StoreException.class, call::run);
        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), failure::getMessage);
        return failure.getMessage();
    }
}

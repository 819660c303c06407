package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresCleanUpTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final byte[] VALUE = {1};

    private final PostgresServer server = PostgresServer.shared();
    private final String name = server.database();
    private final Nodes nodes = new Nodes(server, name);
    private final AtomicLong nanoTime = new AtomicLong();

    @AfterEach
    void close() {
        nodes.close();
    }

    private Database node() {
        var connections = new PooledConnections(nodes.pool(config -> {}), LIMIT);
        return new Database(connections, Dialect.POSTGRESQL, "PostgreSQL", LIMIT, nanoTime::get);
    }

    private void expired(int entries) {
        server.execute(name, """
                INSERT INTO psc_entry (key, value, version, expires_at, kind, due_at, indices)
                    SELECT 'old/' || n, '', nextval('psc_version'), now() - interval '1 hour',
                        CASE n %% 2 WHEN 0 THEN 'login' END, CASE n %% 2 WHEN 0 THEN now() END, ARRAY['index']
                    FROM generate_series(1, %d) n ON CONFLICT DO NOTHING;
                """.formatted(entries));
    }

    private long left() {
        return server.number(name, "SELECT count(*) FROM psc_entry WHERE key LIKE 'old/%'");
    }

    @Test
    void whoever_writes_removes_what_has_expired() {
        expired(10);

        new JdbcSessionStore(node()).putIfAbsent("session/a", VALUE, MINUTE);

        assertEquals(0, left());
    }

    @Test
    void whoever_reads_removes_nothing() {
        expired(10);
        var node = node();

        new JdbcSessionStore(node).find("session/a");

        assertEquals(10, left());
    }

    @Test
    void a_node_cleans_up_once_a_minute() {
        var pending = new JdbcSessionStore(node());
        pending.claimDue("login", "node-1", MINUTE, 1);
        expired(10);

        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(59));
        pending.claimDue("login", "node-1", MINUTE, 1);
        assertEquals(10, left());

        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
        pending.claimDue("login", "node-1", MINUTE, 1);
        assertEquals(0, left());
    }

    @Test
    void where_there_is_more_each_write_removes_a_batch() {
        expired(1200);
        var sessions = new JdbcSessionStore(node());

        var left = new ArrayList<Long>();
        for (var i = 0; i < 3; i++) {
            sessions.extend("session/a", MINUTE);
            left.add(left());
        }

        assertEquals(List.of(700L, 200L, 0L), left);
    }

    /** So that a key which is put again soon still has its row. */
    @Test
    void what_was_removed_or_has_just_expired_stays_for_a_while_without_its_value() {
        var sessions = new JdbcSessionStore(node());
        var version = sessions.putIfAbsent("old/a", VALUE, MINUTE).orElseThrow();
        sessions.remove("old/a", version);

        nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(5));
        sessions.extend("session/a", MINUTE);

        assertEquals(1, server.number(name, "SELECT count(*) FROM psc_entry WHERE key = 'old/a' AND value = ''"));
    }

    @Test
    void two_nodes_that_clean_up_while_eight_threads_write_lose_nothing_and_disturb_nobody() throws Exception {
        expired(5000);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var stores = List.of(new JdbcSessionStore(node()), new JdbcSessionStore(node()));
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 8; i++) {
                var writer = i;
                var sessions = stores.get(i % 2);
                work.add(() -> {
                    for (var n = 1; n <= 40; n++) {
                        // Some of the rows that are being cleaned up are put again, by one writer each.
                        var key = "old/" + (8 * n + writer);
                        assertTrue(sessions.putIfAbsent(key, VALUE, MINUTE).isPresent(), key);
                        assertTrue(sessions.find(key).isPresent(), key);
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

        assertEquals(320, left());
        assertEquals(320, server.number(name, "SELECT count(*) FROM psc_entry WHERE expires_at > now()"));
    }

    @Test
    void a_clean_up_that_fails_fails_no_call() {
        server.execute(name, """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
                CREATE TRIGGER refuse BEFORE DELETE ON psc_entry FOR EACH ROW EXECUTE FUNCTION refuse();
                """);
        expired(10);

        assertTrue(new JdbcSessionStore(node())
                .putIfAbsent("session/a", VALUE, MINUTE)
                .isPresent());
        assertEquals(10, left());
    }

    @Test
    void a_row_that_somebody_else_holds_is_left_to_them() throws Exception {
        expired(10);
        var other = nodes.pool(config -> config.setAutoCommit(false));
        try (var connection = other.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM psc_entry WHERE key = 'old/1' FOR UPDATE");

            new JdbcSessionStore(node()).putIfAbsent("session/a", VALUE, MINUTE);

            assertEquals(1, left());
            connection.rollback();
        }
    }
}

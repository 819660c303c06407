package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL server of the tests, with the tables of the stores. */
final class Postgres implements Closeable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Where there is none for this system, the test is skipped and says so. */
    static Postgres start() throws IOException, SQLException {
        var started = server().start();
        addTables(started);
        return new Postgres(started);
    }

    /** One that is not started yet, as {@link #start} has it. */
    static EmbeddedPostgres.Builder server() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            var message = "NOT TRIED ON POSTGRESQL: the server for tests is for Linux on amd64";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "off");
    }

    static void addTables(EmbeddedPostgres server) throws IOException, SQLException {
        try (var in = JdbcStores.class.getResourceAsStream("postgresql.sql");
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A role that may do everything, and logs in with that password. */
    void addRole(String name, String password) throws IOException, SQLException {
        var rules = Path.of(text("SHOW hba_file"));
        Files.writeString(rules, "host all " + name + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        execute("SELECT pg_reload_conf()");
        execute("CREATE ROLE " + name + " LOGIN SUPERUSER PASSWORD '" + password + "'");
    }

    /** Ends all connections of that role; returns when they have ended. */
    void disconnect(String role) throws SQLException {
        execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '" + role + "'");
    }

    int port() {
        return server.getPort();
    }

    /** The first column of the first row. */
    String text(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    /** As a configuration names it. */
    StoreSource source(KeyRing ring) {
        return new PostgresqlSource(url(), "postgres", "any: it trusts this machine"::toCharArray, ring);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

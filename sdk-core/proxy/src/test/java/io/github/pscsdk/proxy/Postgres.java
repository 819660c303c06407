package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of one test, with the tables of the stores, in the one PostgreSQL server of this JVM. Its roles are those of the server. */
public final class Postgres implements Closeable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String database;

    private Postgres(String database) {
        this.database = database;
    }

    /** The server, which starts with the first database, and is stopped when the JVM ends. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var server = server().setServerConfig("max_connections", "300").start();
                addTables(server.getDatabase("postgres", "template1"));
                return server;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("PostgreSQL does not start", e);
            }
        }
    }

    /** Where there is none for this system, the test is skipped and says so. */
    public static Postgres start() throws SQLException {
        var made = new Postgres("test" + NUMBER.incrementAndGet());
        // One at a time: the template must have no other user.
        synchronized (NUMBER) {
            execute("postgres", "CREATE DATABASE " + made.database);
        }
        return made;
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
                .setPort(ReservedPort.next())
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "off");
    }

    static void addTables(DataSource server) throws IOException, SQLException {
        try (var in = JdbcStores.class.getResourceAsStream("postgresql.sql");
                var connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public void execute(String sql) throws SQLException {
        execute(database, sql);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = Server.RUNNING.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Its name. */
    String database() {
        return database;
    }

    /** The name of a new role that may do everything, and logs in with that password. */
    String addRole(String password) throws IOException, SQLException {
        var name = "role_" + NUMBER.incrementAndGet();
        // One at a time: the file is the server's.
        synchronized (NUMBER) {
            var rules = Path.of(text("SHOW hba_file"));
            Files.writeString(rules, "host all " + name + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
            execute("SELECT pg_reload_conf()");
        }
        execute("CREATE ROLE " + name + " LOGIN SUPERUSER PASSWORD '" + password + "'");
        return name;
    }

    /** Whether it is read and takes nothing; ends all connections. */
    void setReadOnly(boolean readOnly) throws SQLException {
        // By another database: a session of this one could not change it back.
        execute(
                "postgres",
                "ALTER DATABASE " + database
                        + (readOnly
                                ? " SET default_transaction_read_only = on"
                                : " RESET default_transaction_read_only"));
        execute(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    /** Ends all connections of that role; returns when they have ended. */
    void disconnect(String role) throws SQLException {
        execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '" + role + "'");
    }

    int port() {
        return Server.RUNNING.getPort();
    }

    /** The first column of the first row. */
    String text(String sql) throws SQLException {
        try (var connection = Server.RUNNING.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** As a configuration names it. */
    public StoreSource source(KeyRing ring) {
        return new PostgresqlSource(url(), "postgres", "any: it trusts this machine"::toCharArray, ring);
    }

    @Override
    public void close() throws IOException {
        try {
            execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}

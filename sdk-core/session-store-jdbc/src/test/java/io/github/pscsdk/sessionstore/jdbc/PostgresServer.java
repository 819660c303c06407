package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.testkit.support.ReservedPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A PostgreSQL server of the tests. */
final class PostgresServer implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static volatile PostgresServer shared;

    private final EmbeddedPostgres server;
    private String contract;

    private PostgresServer(EmbeddedPostgres.Builder builder) {
        try {
            server = builder.setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isForThisSystem() {
        return PostgresServer.class.getResource("/postgres-linux-x86_64.txz") != null
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** On a machine that is busy with other tests, which would take a port that is only looked for. */
    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setPort(ReservedPort.next()).setPGStartupWait(Duration.ofMinutes(1));
    }

    static PostgresServer share() {
        shared = new PostgresServer(builder());
        return shared;
    }

    /** That of all tests. */
    static PostgresServer shared() {
        return shared;
    }

    /** One of its own for a test that stops it, and starts it again in the same folder and at the same port. */
    static PostgresServer start(Path folder, int port) {
        return new PostgresServer(
                builder().setDataDirectory(folder).setCleanDataDirectory(false).setPort(port));
    }

    int port() {
        return server.getPort();
    }

    /** Without a pool. */
    DataSource source(String database) {
        return server.getDatabase("postgres", database);
    }

    /** A new database without tables. */
    String emptyDatabase() {
        var name = "test" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return name;
    }

    /** A new database with the tables. */
    String database() {
        var name = emptyDatabase();
        execute(name, tables());
        return name;
    }

    /** One that tests share whose keys are their own. */
    synchronized String contract() {
        if (contract == null) {
            contract = database();
        }
        return contract;
    }

    /** From now on, or a moment later, each commit waits for a standby of that name; for none where it is empty. */
    void setSynchronousStandby(String name) {
        execute("postgres", "ALTER SYSTEM SET synchronous_standby_names = '" + name + "'");
        execute("postgres", "SELECT pg_reload_conf()");
    }

    static String tables() {
        try (var in = JdbcStores.class.getResourceAsStream("postgresql.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the operator does. */
    void execute(String database, String sql) {
        try (var connection = source(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of the first row. */
    long number(String database, String sql) {
        try (var connection = source(database).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

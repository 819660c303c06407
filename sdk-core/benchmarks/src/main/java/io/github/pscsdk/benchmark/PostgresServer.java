package io.github.pscsdk.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL on this machine with the tables of the stores, which forces each write to the disk. For Linux on amd64.
 */
final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    PostgresServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setPort(ReservedPort.next())
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
        try (var in = JdbcStores.class.getResourceAsStream("postgresql.sql");
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        return pool;
    }

    /** The number of statements so far; the stores run each in a transaction of its own. */
    long statements() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

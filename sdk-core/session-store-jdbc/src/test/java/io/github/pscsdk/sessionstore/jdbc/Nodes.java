package io.github.pscsdk.sessionstore.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Nodes of the server half that share a database. Each has a pool of its own. */
final class Nodes implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String database;
    private final List<HikariDataSource> pools = new ArrayList<>();

    Nodes(PostgresServer server, String database) {
        this(server.port(), database);
    }

    Nodes(int port, String database) {
        this.port = port;
        this.database = database;
    }

    JdbcStores open() {
        return JdbcStores.postgresql(pool(config -> {}), PATIENCE);
    }

    JdbcStores open(Duration limit) {
        return JdbcStores.postgresql(pool(config -> {}), limit);
    }

    /** With limits that a busy machine keeps. */
    HikariDataSource pool(Consumer<HikariConfig> other) {
        return pool("?connectTimeout=30&loginTimeout=30&cancelSignalTimeout=30", PATIENCE, other);
    }

    /** With the limits that the documentation advises, for a test of an outage. */
    HikariDataSource limitedPool(Consumer<HikariConfig> other) {
        return pool("?connectTimeout=1&loginTimeout=2&cancelSignalTimeout=1", Duration.ofSeconds(2), other);
    }

    private HikariDataSource pool(String driverLimits, Duration limit, Consumer<HikariConfig> other) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database + driverLimits);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(limit.toMillis());
        config.setValidationTimeout(limit.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        other.accept(config);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}

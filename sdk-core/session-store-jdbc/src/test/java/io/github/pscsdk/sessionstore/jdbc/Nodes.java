package io.github.pscsdk.sessionstore.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Nodes of the server half that share a database. Each has a pool of its own, with the limits that the documentation advises. */
final class Nodes implements AutoCloseable {
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
        return JdbcStores.postgresql(pool(config -> {}));
    }

    JdbcStores open(Duration limit) {
        return JdbcStores.postgresql(pool(config -> {}), limit);
    }

    HikariDataSource pool(Consumer<HikariConfig> other) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?connectTimeout=1&loginTimeout=2&cancelSignalTimeout=1");
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2000);
        config.setValidationTimeout(1000);
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

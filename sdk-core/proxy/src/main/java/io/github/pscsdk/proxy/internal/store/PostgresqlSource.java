package io.github.pscsdk.proxy.internal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import java.time.Duration;

/**
 * A PostgreSQL database, for any number of nodes; each has a pool of its own.
 *
 * @param url as the driver has it; what it says of limits holds
 * @param password a secret
 */
public record PostgresqlSource(String url, String user, String password, KeyRing ring) implements DatabaseSource {
    // As many as the engine's threads keep busy, and few enough for a server that some nodes share.
    private static final int CONNECTIONS = 8;
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration VALIDATION = Duration.ofSeconds(1);
    private static final String CONNECT_SECONDS = "2";
    private static final String CANCEL_SECONDS = "1";

    @Override
    public OpenDatabase database() {
        var pool = new HikariDataSource(settings());
        return new OpenDatabase(JdbcStores.postgresql(pool), pool::close);
    }

    /** With limits of seconds: those that driver and pool have by themselves are longer than any caller waits. */
    private HikariConfig settings() {
        var config = new HikariConfig();
        config.setPoolName("psc-store");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        // A server that is away stops no start.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
        config.addDataSourceProperty("loginTimeout", CONNECT_SECONDS);
        config.addDataSourceProperty("cancelSignalTimeout", CANCEL_SECONDS);
        config.addDataSourceProperty("ApplicationName", "proxy-esante");
        return config;
    }

    /** Hides the password, and the address, which may hold one. */
    @Override
    public String toString() {
        return "PostgresqlSource[" + ring + "]";
    }
}

package io.github.pscsdk.proxy.internal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.util.Credentials;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A PostgreSQL database, for any number of nodes; each has a pool of its own.
 *
 * @param url as the driver has it; what it says of limits holds
 * @param password a secret, which is asked for at each new connection
 */
public record PostgresqlSource(String url, String user, Supplier<char[]> password, KeyRing ring)
        implements DatabaseSource {
    // As many as the engine's threads keep busy, and few enough for a server that some nodes share.
    private static final int CONNECTIONS = 8;
    private static final Duration STATEMENT = Duration.ofSeconds(3);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration VALIDATION = Duration.ofSeconds(1);
    private static final int CONNECT_SECONDS = 1;
    private static final String CANCEL_SECONDS = "1";

    @Override
    public OpenDatabase database() {
        try {
            var servers = servers();
            var pool = pool(servers.size());
            return new OpenDatabase(
                    JdbcStores.postgresql(pool, STATEMENT, "PostgreSQL at " + String.join(", ", servers)), pool::close);
        } catch (SQLException | RuntimeException e) {
            // Without its message, which repeats the address.
            throw StoreException.unreadable(
                    "store.postgresql.url cannot be used: PostgreSQL's driver does not know this form of an address");
        }
    }

    /** Hosts and ports as the driver reads them out of the address. */
    private List<String> servers() throws SQLException {
        var read = Stream.of(DriverManager.getDriver(url).getPropertyInfo(url, new Properties()))
                .filter(property -> property.value != null)
                .collect(Collectors.toMap(property -> property.name, property -> property.value));
        var hosts = Objects.requireNonNull(read.get("PGHOST"), "PGHOST").split(",");
        var ports = Objects.requireNonNull(read.get("PGPORT"), "PGPORT").split(",");
        return IntStream.range(0, hosts.length)
                // The text before an @ may be a user and a password.
                .mapToObj(i -> hosts[i].substring(hosts[i].lastIndexOf('@') + 1) + ":" + ports[i])
                .toList();
    }

    private HikariDataSource pool(int servers) {
        var readOnly = new ReadOnlyConnectionEviction();
        var config = settings(servers);
        config.setExceptionOverride(readOnly);
        var pool = new HikariDataSource(config);
        readOnly.of(pool);
        return pool;
    }

    /** With limits of seconds: those that driver and pool have by themselves are longer than any caller waits. */
    private HikariConfig settings(int servers) {
        var config = new HikariConfig();
        config.setPoolName("psc-store");
        config.setJdbcUrl(url);
        config.setCredentialsProvider(() -> Credentials.of(user, new String(password.get())));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        // A server that is away stops no start.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        config.addDataSourceProperty("loginTimeout", Integer.toString(servers * CONNECT_SECONDS + 1));
        config.addDataSourceProperty("cancelSignalTimeout", CANCEL_SECONDS);
        config.addDataSourceProperty("ApplicationIdentifiers", "proxy-esante");
        return config;
    }

    @Override
    public String toString() {
        return "PostgresqlSource[" + ring + "]";
    }

    /**
     * Has a pool drop its connections when one of them can only read, such as one to a standby: new ones find out where
     * one writes now. Once a second at most.
     */
    private static final class ReadOnlyConnectionEviction implements SQLExceptionOverride {
        // PostgreSQL's read_only_sql_transaction.
        private static final String READ_ONLY = "25006";
        private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

        private final AtomicLong next = new AtomicLong(System.nanoTime());
        private volatile Optional<HikariDataSource> pool = Optional.empty();

        void of(HikariDataSource ours) {
            pool = Optional.of(ours);
        }

        /** Each connection is closed when nobody uses it any more. */
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            var opened = pool;
            if (READ_ONLY.equals(failure.getSQLState()) && opened.isPresent() && isDue()) {
                opened.get().getHikariPoolMXBean().softEvictConnections();
            }
            return Override.CONTINUE_EVICT;
        }

        private boolean isDue() {
            var now = System.nanoTime();
            var due = next.get();
            return now - due >= 0 && next.compareAndSet(due, now + BETWEEN);
        }
    }
}

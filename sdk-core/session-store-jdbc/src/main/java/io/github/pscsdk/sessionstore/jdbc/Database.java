package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs statements, each within its limit, and tells failures as the stores do. Each writer also cleans up where that
 * is due.
 */
final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final long CLEAN_UP_EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final int CLEAN_UP_LIMIT_SECONDS = 1;

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connections connections;
    private final Dialect dialect;
    private final String server;
    private final int limitSeconds;
    private final LongSupplier nanoTime;
    private final AtomicLong nextCleanUp;

    /**
     * @param server where the database is, for messages
     * @param nanoTime tells when to clean up again
     */
    Database(Connections connections, Dialect dialect, String server, Duration limit, LongSupplier nanoTime) {
        this.connections = connections;
        this.dialect = dialect;
        this.server = server;
        this.limitSeconds = Math.toIntExact(limit.toSeconds());
        this.nanoTime = nanoTime;
        this.nextCleanUp = new AtomicLong(nanoTime.getAsLong());
    }

    Dialect dialect() {
        return dialect;
    }

    static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }

    <T> List<T> read(String purpose, String sql, Row<T> row, Object... parameters) {
        return run(purpose, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    return all(rows, row);
                }
            }
        });
    }

    OptionalLong write(String purpose, String sql, @Nullable Object... parameters) {
        return writeAll(purpose, sql, List.of("version"), row -> row.getLong(1), parameters).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    <T> List<T> writeAll(String purpose, String sql, List<String> columns, Row<T> row, @Nullable Object... parameters) {
        return run(purpose, connection -> {
            var written = written(connection, sql, columns, row, parameters);
            cleanUpWhenDue(connection);
            return written;
        });
    }

    /** Changes rows, so many, and has them on the disk when it returns. */
    int change(String purpose, String sql, Object... parameters) {
        return run(purpose, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, parameters);
                var changed = written(statement);
                force(connection);
                return changed;
            }
        });
    }

    private void force(Connection connection) throws SQLException {
        if (dialect.force().isPresent()) {
            try (var statement = connection.createStatement()) {
                statement.execute(dialect.force().get());
            }
        }
    }

    private <T> List<T> written(
            Connection connection, String sql, List<String> columns, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql, columns.toArray(String[]::new))) {
            set(statement, parameters);
            written(statement);
            try (var rows = statement.getGeneratedKeys()) {
                return all(rows, row);
            }
        }
    }

    /**
     * PostgreSQL ends the wait for standbys at the limit by a warning alone: the commit is done, and may not be
     * replicated.
     */
    private static int written(PreparedStatement statement) throws SQLException {
        var rows = statement.executeUpdate();
        for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (SqlState.WARNING.equals(warning.getSQLState())) {
                throw warning;
            }
        }
        return rows;
    }

    private <T> T run(String purpose, Connections.Work<T> work) {
        try {
            return connections.use(work);
        } catch (SQLException e) {
            throw SqlState.explained(e, server, purpose, dialect.setUp());
        }
    }

    private void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        statement.setQueryTimeout(limitSeconds);
        for (var i = 0; i < parameters.length; i++) {
            set(statement, i + 1, parameters[i]);
        }
    }

    private static void set(PreparedStatement statement, int index, Object parameter) throws SQLException {
        if (parameter instanceof Object[] array) {
            var type = array instanceof byte[][] ? "bytea" : "varchar";
            statement.setArray(index, statement.getConnection().createArrayOf(type, array));
        } else {
            statement.setObject(index, parameter);
        }
    }

    private static <T> List<T> all(ResultSet rows, Row<T> row) throws SQLException {
        var all = new ArrayList<T>();
        while (rows.next()) {
            all.add(row.read(rows));
        }
        return all;
    }

    /** Where there is more than a batch of it, the next writer goes on. */
    private void cleanUpWhenDue(Connection connection) {
        var now = nanoTime.getAsLong();
        var due = nextCleanUp.get();
        if (now - due < 0 || !nextCleanUp.compareAndSet(due, now + CLEAN_UP_EVERY)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(CLEAN_UP_LIMIT_SECONDS);
            if (statement.executeUpdate(dialect.cleanUp()) == Dialect.BATCH) {
                nextCleanUp.set(now);
            }
        } catch (SQLException e) {
            log.warn("what has expired stays a minute longer, SQL state {}", SqlState.of(e));
        }
    }

    /** The versions for which the tables are good, from the oldest that a node may need. */
    private record Schema(int version, int usableFrom) {
        boolean suits(int needed) {
            return usableFrom <= needed && needed <= version;
        }
    }

    /**
     * @throws StoreException if tables, columns or privileges are missing, or the server cannot keep what it is given
     */
    void check() {
        var schemas = read(
                "find the version of the tables",
                "SELECT version, usable_from FROM psc_schema",
                row -> new Schema(row.getInt(1), row.getInt(2)));
        if (schemas.size() != 1 || !schemas.get(0).suits(Dialect.SCHEMA)) {
            throw StoreException.unreadable("this node needs tables of version " + Dialect.SCHEMA + ", and there are "
                    + schemas + ": " + dialect.setUp() + ", or update this node where they are newer");
        }
        check(dialect.checks());
    }

    /** @throws StoreException if what traces need is missing */
    void checkTraces() {
        check(dialect.traceChecks());
    }

    private void check(List<String> checks) {
        for (var check : checks) {
            for (var fault : read("check the tables", check, row -> row.getString(1))) {
                if (fault != null) {
                    throw StoreException.unreadable(fault);
                }
            }
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Tells where the database is, and nothing of what is in it. */
    @Override
    public String toString() {
        return server;
    }
}

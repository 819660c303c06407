package io.github.pscsdk.sessionstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections of the host's data source. Where nothing comes back at all, only the limit of the socket helps. */
record PooledConnections(DataSource source, Duration socketLimit) implements Connections {
    @Override
    public <T> T use(Work<T> work) throws SQLException {
        try (var connection = connection()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            limit(connection);
            return onlyIfGood(connection, work);
        }
    }

    /**
     * A driver that finds what it does not understand may throw anything: the connection may be a message behind, and
     * is not used again.
     */
    private static <T> T onlyIfGood(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (RuntimeException e) {
            connection.abort(Runnable::run);
            throw new SQLException("an answer that cannot be", e);
        }
    }

    /** Some pools wrap what the driver has said in an exception of their own. */
    private Connection connection() throws SQLException {
        try {
            return source.getConnection();
        } catch (RuntimeException e) {
            throw new SQLException(e);
        }
    }

    private void limit(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(socketLimit.toMillis()));
        } catch (SQLFeatureNotSupportedException e) {
            // The setting of the data source holds.
        }
    }

    @Override
    public void close() {}
}

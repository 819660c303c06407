package io.github.pscsdk.sessionstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where statements run. */
interface Connections extends AutoCloseable {
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does the work on a connection that is nobody else's meanwhile, where each statement is a transaction.
     *
     * @throws SQLException if there is none in time, or the work throws it
     */
    <T> T use(Work<T> work) throws SQLException;

    @Override
    void close();
}

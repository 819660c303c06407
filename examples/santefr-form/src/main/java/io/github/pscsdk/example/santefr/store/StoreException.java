package io.github.pscsdk.example.santefr.store;

import java.sql.SQLException;

/** The database failed. Neither message nor cause of the database is kept: both may quote a row. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String state;

    StoreException(String what, SQLException cause) {
        super(what + ", SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode());
        state = String.valueOf(cause.getSQLState());
        setStackTrace(cause.getStackTrace());
    }

    boolean isOf(String sqlState) {
        return state.equals(sqlState);
    }
}

package io.github.pscsdk.example.santefr.store;

import java.sql.SQLException;

/** The database failed. Neither message nor cause of the database is kept: both may quote a row. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String what, SQLException cause) {
        super(what + ", SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode());
        setStackTrace(cause.getStackTrace());
    }
}

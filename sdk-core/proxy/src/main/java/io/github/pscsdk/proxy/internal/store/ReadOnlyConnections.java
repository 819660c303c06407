package io.github.pscsdk.proxy.internal.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Lets a pool drop a connection on which one can only read, such as one to a standby: where one writes again, a new one finds out. */
final class ReadOnlyConnections implements SQLExceptionOverride {
    // PostgreSQL's read_only_sql_transaction.
    private static final String READ_ONLY = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}

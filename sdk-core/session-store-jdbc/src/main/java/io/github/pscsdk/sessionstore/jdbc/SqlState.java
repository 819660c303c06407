package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * All that is told of a failure of the database: its messages quote keys, such as {@code Key (key)=(…) already exists}.
 */
final class SqlState {
    /** Of a warning without a state of its own. */
    static final String WARNING = "01000";

    private static final String CANCELLED = "57014";
    private static final String STARTING = "57P03";
    private static final String STOPPING = "57P01";
    private static final String TOO_MANY = "53300";
    private static final String READ_ONLY = "25006";
    private static final String NO_PRIVILEGE = "42501";
    // Without USAGE of its schema, too, a table is one that is not there.
    private static final Set<String> NO_TABLE = Set.of("42P01", "3F000");

    private SqlState() {}

    /**
     * The state of the first exception that has one, be it a pool's or the driver's; else the name of the first cause.
     */
    static String of(SQLException failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
            last = cause;
        }
        return "none (" + last.getClass().getSimpleName() + ")";
    }

    static StoreException explained(SQLException failure, String server, String purpose, String setUp) {
        var state = of(failure);
        if (state.startsWith("08")) {
            return StoreException.unreachable(server + " (SQL state " + state + ")", failure);
        }
        var message = server + ": cannot " + purpose + ", SQL state " + state;
        if (state.equals(NO_PRIVILEGE)) {
            return StoreException.unreadable(message + ": the role of this node may not");
        }
        // Syntax error or access rule violation, and invalid schema name: other tables than ours.
        if (state.startsWith("42") || state.startsWith("3F")) {
            return StoreException.unreadable(message + ": " + setUp
                    + (NO_TABLE.contains(state)
                            ? ", or the role may not use their schema, or has another search_path"
                            : ""));
        }
        // Invalid authorization specification, and invalid catalog name.
        if (state.startsWith("28") || state.startsWith("3D")) {
            return StoreException.unreadable(message + ": the user, the password or the name of the database is wrong");
        }
        if (failure instanceof SQLTransientConnectionException && failure.getSQLState() == null) {
            return StoreException.unavailable(message + ": no connection of the pool was free in time", null);
        }
        return StoreException.unavailable(
                switch (state) {
                    case WARNING -> message + ": not confirmed by the standbys in time";
                    case CANCELLED -> message + ": it took too long";
                    case READ_ONLY -> message + ": the server is a standby, or read-only";
                    case STARTING, STOPPING -> message + ": the server is starting or stopping";
                    case TOO_MANY -> message + ": the server takes no more connections";
                    default -> message;
                },
                null);
    }
}

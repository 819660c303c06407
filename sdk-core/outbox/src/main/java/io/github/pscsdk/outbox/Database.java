package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/** Opens the database file of the outbox, for this process alone. */
final class Database {
    private static final String NAME = "outbox";
    /** What H2 adds to the name. */
    private static final String SUFFIX = ".mv.db";

    // Without a delay, a commit is in the file when it returns: a process that is killed afterwards loses nothing. No
    // trace file: it would hold rows.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final String ITEMS = "CREATE TABLE IF NOT EXISTS item ("
            + "owner CHAR(64) NOT NULL, id UUID NOT NULL, phase VARCHAR(16) NOT NULL, "
            + "since TIMESTAMP(9) WITH TIME ZONE NOT NULL, sealed VARBINARY(1000000) NOT NULL, PRIMARY KEY (owner, id))";
    private static final String ORDER = "CREATE INDEX IF NOT EXISTS item_order ON item (owner, since, id)";
    private static final String SEAL =
            "CREATE TABLE IF NOT EXISTS seal (id INT PRIMARY KEY, version INT NOT NULL, sealed VARBINARY(1000) NOT NULL)";
    // SQL states of H2: the file is locked, or the database is open in this process and exclusive.
    private static final Set<String> IN_USE = Set.of("90020", "90135");
    private static final String NOT_FOUND = "90146";

    private Database() {}

    /** Whether there is one. */
    static boolean isIn(Path folder) {
        return !Files.notExists(folder.resolve(NAME + SUFFIX));
    }

    /**
     * Opens the database.
     *
     * @param mayBeNew whether to make one where there is none
     * @throws PscException {@link OutboxProblem#IN_USE}, {@link OutboxProblem#DATABASE_LOST}, {@link OutboxProblem#DISK_FAILED} or
     *     {@link OutboxProblem#UNUSABLE}
     */
    static Connection open(Path folder, boolean mayBeNew) throws PscException {
        var path = folder.resolve(NAME).toAbsolutePath().normalize();
        // H2 would read what follows a semicolon as settings.
        if (path.toString().contains(";")) {
            throw new PscException(OutboxProblem.UNUSABLE, "the path of the folder holds a semicolon");
        }
        try {
            var existing = mayBeNew ? "" : ";IFEXISTS=TRUE";
            var connection = DriverManager.getConnection("jdbc:h2:file:" + path + SETTINGS + existing);
            try (var statement = connection.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                statement.execute(ITEMS);
                statement.execute(ORDER);
                statement.execute(SEAL);
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                close(connection);
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw failure(e, "cannot open the outbox");
        }
    }

    /** In our words, without H2's: they may repeat a value. */
    static PscException failure(SQLException e, String what) {
        return new PscException(problem(e), what + ", SQL state " + e.getSQLState(), e);
    }

    private static OutboxProblem problem(SQLException e) {
        if (IN_USE.contains(e.getSQLState())) {
            return OutboxProblem.IN_USE;
        }
        if (NOT_FOUND.equals(e.getSQLState())) {
            return OutboxProblem.DATABASE_LOST;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return OutboxProblem.DISK_FAILED;
            }
        }
        return OutboxProblem.UNUSABLE;
    }

    /** Closes it, as far as it can be closed: after a failure of the disk, H2 has done so. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException closed) {
            // What was told as kept is on the disk already.
        }
    }
}

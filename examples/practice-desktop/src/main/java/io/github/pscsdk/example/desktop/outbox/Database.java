package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/** Opens the database file of the outbox, for this process alone. */
final class Database {
    static final String NAME = "outbox";
    /** What H2 adds to the name. */
    static final String SUFFIX = ".mv.db";

    // Without a delay, a commit is in the file when it returns: a process that is killed afterwards loses nothing. No
    // trace
    // file: it would hold rows.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final String ITEMS = "CREATE TABLE IF NOT EXISTS item ("
            + "id UUID PRIMARY KEY, owner CHAR(64) NOT NULL, phase VARCHAR(16) NOT NULL, "
            + "since TIMESTAMP(9) WITH TIME ZONE NOT NULL, sealed VARBINARY(1000000) NOT NULL)";
    // One row, by which a key proves to be the one of this database.
    private static final String KEY_CHECK =
            "CREATE TABLE IF NOT EXISTS key_check (id INT PRIMARY KEY, sealed VARBINARY(1000) NOT NULL)";
    // SQL states of H2: the file is locked, or the database is open in this process and exclusive.
    private static final Set<String> IN_USE = Set.of("90020", "90135");
    private static final String NOT_FOUND = "90146";

    private Database() {}

    /** Connects to a database, as {@link DriverManager} does. */
    @FunctionalInterface
    interface Driver {
        Connection connect(String url) throws SQLException;
    }

    /** Whether there is one. */
    static boolean isIn(Path folder) {
        return !Files.notExists(folder.resolve(NAME + SUFFIX));
    }

    /**
     * Opens the database.
     *
     * @param mayBeNew whether to make one where there is none
     * @throws PscException {@link DesktopProblem#OUTBOX_IN_USE}, {@link DesktopProblem#OUTBOX_DATABASE_LOST} or
     *     {@link DesktopProblem#OUTBOX_UNUSABLE}
     */
    static Connection open(Path folder, boolean mayBeNew, Driver driver) throws PscException {
        var path = folder.resolve(NAME).toAbsolutePath().normalize();
        // H2 would read what follows a semicolon as settings.
        if (path.toString().contains(";")) {
            throw new PscException(DesktopProblem.OUTBOX_UNUSABLE, "the path of the data folder holds a semicolon");
        }
        try {
            var existing = mayBeNew ? "" : ";IFEXISTS=TRUE";
            var connection = driver.connect("jdbc:h2:file:" + path + SETTINGS + existing);
            try (var statement = connection.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                statement.execute(ITEMS);
                statement.execute(KEY_CHECK);
            } catch (SQLException e) {
                close(connection);
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw new PscException(problem(e), "cannot open the outbox, SQL state " + e.getSQLState(), e);
        }
    }

    private static DesktopProblem problem(SQLException e) {
        if (IN_USE.contains(e.getSQLState())) {
            return DesktopProblem.OUTBOX_IN_USE;
        }
        return NOT_FOUND.equals(e.getSQLState()) ? DesktopProblem.OUTBOX_DATABASE_LOST : DesktopProblem.OUTBOX_UNUSABLE;
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

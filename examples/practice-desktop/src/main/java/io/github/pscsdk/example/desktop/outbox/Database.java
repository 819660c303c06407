package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
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
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS item ("
            + "id UUID PRIMARY KEY, owner CHAR(64) NOT NULL, phase VARCHAR(16) NOT NULL, "
            + "since TIMESTAMP(9) WITH TIME ZONE NOT NULL, sealed VARBINARY(1000000) NOT NULL)";
    // SQL states of H2: the file is locked, or the database is open in this process and exclusive.
    private static final Set<String> IN_USE = Set.of("90020", "90135");

    private Database() {}

    /** @throws PscException {@link DesktopProblem#OUTBOX_IN_USE} or {@link DesktopProblem#OUTBOX_UNUSABLE} */
    static Connection open(Path folder) throws PscException {
        var path = folder.resolve(NAME).toAbsolutePath().normalize();
        // H2 would read what follows a semicolon as settings.
        if (path.toString().contains(";")) {
            throw new PscException(DesktopProblem.OUTBOX_UNUSABLE, "the path of the data folder holds a semicolon");
        }
        try {
            var connection = DriverManager.getConnection("jdbc:h2:file:" + path + SETTINGS);
            try (var statement = connection.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                statement.execute(TABLE);
            }
            return connection;
        } catch (SQLException e) {
            var problem =
                    IN_USE.contains(e.getSQLState()) ? DesktopProblem.OUTBOX_IN_USE : DesktopProblem.OUTBOX_UNUSABLE;
            throw new PscException(problem, "cannot open the outbox, SQL state " + e.getSQLState(), e);
        }
    }
}

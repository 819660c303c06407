package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCleanUpTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whoever_writes_removes_a_batch_of_what_has_expired(@TempDir Path folder) throws SQLException {
        try (var connection = new FileConnection(folder.resolve("sessions"), LIMIT)) {
            connection.use(opened -> {
                try (var statement = opened.createStatement()) {
                    statement.execute("INSERT INTO psc_session SELECT 'old/' || \"X\", X'', \"X\","
                            + " CURRENT_TIMESTAMP - INTERVAL '1' HOUR FROM system_range(1, 700)");
                    statement.execute(
                            "INSERT INTO psc_pending SELECT 'old/' || \"X\", 'login', X'', \"X\", CURRENT_TIMESTAMP,"
                                    + " CURRENT_TIMESTAMP - INTERVAL '1' HOUR, FALSE, NULL FROM system_range(1, 10)");
                }
                return null;
            });
            var database = new Database(connection, Dialect.H2, LIMIT, () -> 0);
            var sessions = new JdbcSessionStore(database);

            var left = new ArrayList<Integer>();
            for (var i = 0; i < 3; i++) {
                sessions.extend("session/a", MINUTE);
                left.addAll(rows(database, "psc_session"));
            }

            assertEquals(List.of(200, 0, 0), left);
            assertEquals(List.of(0), rows(database, "psc_pending"));
        }
    }

    private static List<Integer> rows(Database database, String table) {
        return database.read("count", "SELECT count(*) FROM " + table, row -> row.getInt(1));
    }
}

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
                    statement.execute(
                            "INSERT INTO psc_entry (key, value, version, expires_at) SELECT 'old/' || \"X\", X'', \"X\","
                                    + " CURRENT_TIMESTAMP - INTERVAL '1' HOUR FROM system_range(1, 700)");
                }
                return null;
            });
            var database = new Database(connection, Dialect.H2, "H2", LIMIT, () -> 0);
            var sessions = new JdbcSessionStore(database);

            var left = new ArrayList<Integer>();
            for (var i = 0; i < 3; i++) {
                sessions.extend("session/a", MINUTE);
                left.addAll(rows(database));
            }

            assertEquals(List.of(200, 0, 0), left);
        }
    }

    private static List<Integer> rows(Database database) {
        return database.read("count", "SELECT count(*) FROM psc_entry", row -> row.getInt(1));
    }
}

package io.github.pscsdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 promises us: whatever was committed is in the file, as a process that is killed then leaves it behind. */
class DatabaseTest {
    private static final int COMMITS = 60;

    @TempDir
    private Path folder;

    @Test
    void what_was_committed_is_in_the_file_while_its_space_is_used_again_and_again() throws Exception {
        var file = folder.resolve("outbox.mv.db");
        try (var connection = Database.open(folder, true);
                var statement = connection.createStatement()) {
            // Old space is free at once, and not after 45 seconds.
            statement.execute("SET RETENTION_TIME 0");
            statement.execute("CREATE TABLE filling (id INT PRIMARY KEY, text VARCHAR(10000) NOT NULL)");
            var longest = 0L;
            for (var id = 1; id <= COMMITS; id++) {
                statement.execute("DELETE FROM filling WHERE id < " + (id - 10));
                statement.execute("INSERT INTO filling VALUES (%d, SPACE(%d))".formatted(id, id * 997 % 8_000));
                connection.commit();

                Files.copy(file, folder.resolve("killed.mv.db"), StandardCopyOption.REPLACE_EXISTING);
                assertEquals(id, lastIn(folder.resolve("killed")), "a commit is lost");
                longest = Math.max(longest, Files.size(file));
            }
            assertTrue(longest < COMMITS * 8_192L, "nothing was used again");
        }
    }

    private static int lastIn(Path database) throws Exception {
        try (var copy = DriverManager.getConnection("jdbc:h2:" + database + ";ACCESS_MODE_DATA=r");
                var statement = copy.createStatement();
                var rows = statement.executeQuery("SELECT MAX(id) FROM filling")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

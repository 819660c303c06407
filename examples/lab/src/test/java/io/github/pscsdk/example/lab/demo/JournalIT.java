package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command is killed while it declares some thousand rows, and begun again. */
class JournalIT {
    private static final int ROWS = 2_000;
    private static final List<String> ENGLISH = List.of("-Duser.language=en");

    @TempDir
    private Path folder;

    @Test
    void killed_and_begun_again_every_row_is_declared_exactly_once() throws Exception {
        killAndBeginAgain(2);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void killed_many_times_and_begun_again_every_row_is_declared_exactly_once() throws Exception {
        killAndBeginAgain(12);
    }

    @Test
    void stopped_on_the_way_it_says_how_far_it_came() throws Exception {
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, ROWS);
        var journal = folder.resolve("journal");
        try (var process = start(input, journal)) {
            process.await("the first rows are in the journal", () -> size(journal) > 200_000);
            process.interrupt();
            var run = process.result();

            assertTrue(run.err().contains("Interrupted"), run::toString);
            assertTrue(
                    run.lastLine()
                            .matches("declarations: [0-9]+ read, [0-9]+ accepted, [0-9]+ rejected, [0-9]+ to correct"),
                    run::toString);
        }
    }

    private void killAndBeginAgain(int kills) throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var journal = folder.resolve("journal");
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, ROWS);
        for (var i = 0; i < kills; i++) {
            var until = size(journal) + random.nextInt(600_000);
            try (var process = start(input, journal)) {
                process.await(
                        "it has come that far",
                        () -> size(journal) > until || process.out().contains("read, "));
                process.kill();
            }
        }
        try (var process = start(input, journal)) {
            var run = process.result();

            assertEquals(0, run.exitCode(), run::toString);
            assertTrue(run.lastLine().startsWith("declarations: " + ROWS + " read, "), run::toString);
            // Each row has an id of its own in its content: a second one of the same would have the same hash.
            var accepted = Integer.parseInt(run.lastLine().split(" ")[3]);
            assertEquals(accepted, stored(journal, "COUNT(*)"), "seed " + seed);
            assertEquals(accepted, stored(journal, "COUNT(DISTINCT hash)"), "seed " + seed);
            assertTrue(accepted > ROWS / 2, run::toString);
        }
    }

    private JarProcess start(Path input, Path journal) throws IOException {
        return JarProcess.start(folder, ENGLISH, "demo", "--input=" + input, "--journal=" + journal);
    }

    private static long size(Path journal) {
        try {
            var file = journal.resolve("outbox").resolve("outbox.mv.db");
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int stored(Path journal, String what) throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + journal.resolve("declarations") + ";IFEXISTS=TRUE");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + what + " FROM hand_over")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

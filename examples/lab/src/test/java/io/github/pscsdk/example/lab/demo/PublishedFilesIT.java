package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on real published files. */
class PublishedFilesIT {
    private static final int ROWS = 150;

    @TempDir
    private Path folder;

    @Test
    void every_row_is_accounted_for_and_rejected_ones_leave_nothing() throws Exception {
        assertEveryRowIsAccountedFor(
                beginning(PublishedFiles.vaccinationCentres().get(0)));
    }

    @Test
    @Tag("long")
    void every_row_is_accounted_for_to_the_end() throws Exception {
        for (var file : PublishedFiles.vaccinationCentres()) {
            assertEveryRowIsAccountedFor(file);
        }
    }

    private void assertEveryRowIsAccountedFor(Path file) throws Exception {
        var database = Files.createTempDirectory(folder, "form");
        var rows = Input.of(Optional.of(file), Fixtures.TEXTS).file();
        try (var servers = DemoServers.start(DemoSettings.hasty(DemoPorts.FREE, Optional.of(database)))) {

            var summary = Fixtures.run(servers, rows);

            // These two files hold no cell that goes on over a second line.
            assertEquals(Files.readAllLines(file).size() - 1, summary.read());
            assertEquals(summary.read(), summary.accepted() + summary.toCorrect() + summary.rejected());
            assertTrue(summary.accepted() > summary.read() / 2, summary::toString);
            assertTrue(summary.accepted() < summary.read(), summary::toString);
            assertEquals(summary.accepted(), StoredRows.in(database));
        }
    }

    @Test
    void the_command_tells_people_by_rule_and_ends_with_the_counts_for_programs() throws Exception {
        var file = beginning(PublishedFiles.vaccinationCentres().get(1));

        var run = CommandRun.ofDemo("--input", file.toString());

        assertEquals(0, run.exitCode(), run::toString);
        assertTrue(run.out().contains(" V-TEL "), run::out);
        assertTrue(run.err().lines().count() > 5, run::err);
        var expected = "declarations: " + ROWS + " read, \\d+ accepted, \\d+ rejected, \\d+ to correct";
        assertTrue(run.lastLine().matches(expected), run::lastLine);
    }

    private Path beginning(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return Files.write(
                    folder.resolve(file.getFileName()), lines.limit(1 + ROWS).toList());
        }
    }
}

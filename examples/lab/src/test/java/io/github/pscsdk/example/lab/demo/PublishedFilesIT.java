package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demonstration on real published files. */
class PublishedFilesIT {
    static Stream<Path> files() {
        return PublishedFiles.vaccinationCentres();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_row_is_accounted_for_and_rejected_ones_leave_nothing(Path file) throws Exception {
        var rows = Input.of(Optional.of(file), Fixtures.TEXTS).rows();
        try (var servers = DemoServers.start(DemoPorts.FREE, false)) {

            var summary = Fixtures.demo(servers).run(rows);

            // These two files hold no cell that goes on over a second line.
            assertEquals(Files.readAllLines(file).size() - 1, summary.read());
            assertEquals(summary.read(), summary.accepted() + summary.rejected());
            assertTrue(summary.accepted() > summary.read() / 2, summary::toString);
            assertTrue(summary.rejected() > 0, summary::toString);
            assertEquals(summary.accepted(), StoredRows.in(servers));
        }
    }

    @Test
    void the_command_ends_with_the_counts() throws Exception {
        var file = PublishedFiles.vaccinationCentres().findFirst().orElseThrow();
        var rows = Files.readAllLines(file).size() - 1;

        var run = CommandRun.ofDemo("--input", file.toString());

        assertEquals(0, run.exitCode(), run::toString);
        var expected = String.format(Locale.ROOT, "declarations: %d read, \\d+ accepted, \\d+ rejected", rows);
        assertTrue(run.lastLine().matches(expected), run::lastLine);
    }
}

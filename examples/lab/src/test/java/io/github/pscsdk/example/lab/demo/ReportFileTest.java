package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.outcome.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private static final List<Outcome> SOME = List.of(
            Outcome.accepted(2, List.of()),
            Outcome.refused(
                    3,
                    List.of(
                            new Finding("V-TEL", Severity.ERROR, "offers[0].phone", "Dix chiffres.", "Ten digits."),
                            new Finding("V-TXT", Severity.WARNING, "place.name", "Un \"nom\" ?", "A \"name\"?"))));
    private static final List<Outcome> OTHERS =
            List.of(Outcome.refused(4, List.of(Finding.rejecting(Finding.UNREADABLE_ROW))));

    @TempDir
    private Path folder;

    @Test
    void a_table_has_a_line_for_each_finding_and_one_for_a_row_without_any() throws Exception {
        var file = folder.resolve("report.csv");
        try (var report = ReportFile.begin(file, Fixtures.TEXTS)) {
            report.add(SOME);
            var written = Files.readString(file);
            report.add(OTHERS);

            assertEquals("""
                    "line";"outcome";"rule";"severity";"field";"text"
                    "2";"accepted";"";"";"";""
                    "3";"to-correct";"V-TEL";"error";"offers[0].phone";"Ten digits."
                    "3";"to-correct";"V-TXT";"warning";"place.name";"A ""name""?"
                    """, written.replace("\r", ""), "what came is in the file before the rest comes");
        }
        assertTrue(Files.readString(file)
                .endsWith("\"4\";\"rejected\";\"ROW\";\"error\";\"\";\"row cannot be read\"\r\n"));
    }

    @Test
    void an_array_has_an_object_for_each_row() throws Exception {
        var file = folder.resolve("report.json");
        try (var report = ReportFile.begin(file, Fixtures.TEXTS)) {
            report.add(SOME);
            report.add(List.of());
            report.add(OTHERS);
        }

        assertEquals("""
                [
                {"line":2,"outcome":"accepted","findings":[]},
                {"line":3,"outcome":"to-correct","findings":[\
                {"rule":"V-TEL","severity":"error","field":"offers[0].phone","text":"Ten digits."},\
                {"rule":"V-TXT","severity":"warning","field":"place.name","text":"A \\"name\\"?"}]},
                {"line":4,"outcome":"rejected","findings":[{"rule":"ROW","severity":"error","field":"","text":"row cannot be read"}]}
                ]
                """, Files.readString(file));
    }

    @Test
    void a_run_that_ended_before_its_first_row_leaves_an_empty_array() throws Exception {
        var file = folder.resolve("report.json");

        ReportFile.begin(file, Fixtures.TEXTS).close();

        assertEquals("[]\n", Files.readString(file));
    }

    @Test
    void a_file_that_cannot_be_written_says_so() {
        var file = folder.resolve("absent").resolve("report.csv");

        var failure = assertThrows(PscException.class, () -> ReportFile.begin(file, Fixtures.TEXTS));

        assertEquals(CommandLineProblem.OUTPUT_UNWRITABLE, failure.problem());
    }

    @Test
    void a_name_with_another_ending_is_refused_before_anything_begins() {
        var run = CommandRun.ofDemo("--report=" + folder.resolve("report.txt"));

        assertEquals(2, run.exitCode(), run::toString);
        assertTrue(run.err().contains(".csv"), run::err);
        assertFalse(Files.exists(folder.resolve("report.txt")));
    }
}

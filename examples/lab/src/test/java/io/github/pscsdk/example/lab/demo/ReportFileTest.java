package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Outcome;
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
                            new Finding("V-TEL", Severity.E, "offers[0].phone", "Dix chiffres.", "Ten digits."),
                            new Finding("V-TXT", Severity.W, "place.name", "Un \"nom\" ?", "A \"name\"?"))));
    private static final List<Outcome> OTHERS =
            List.of(Outcome.refused(4, List.of(new Finding("V-CSV", Severity.E, "row", "Illisible.", "Unreadable."))));

    @TempDir
    private Path folder;

    @Test
    void a_table_has_a_line_for_each_finding_and_one_for_a_row_without_any() throws Exception {
        var file = folder.resolve("report.csv");
        try (var report = ReportFile.begin(file, Language.ENGLISH)) {
            report.add(SOME);
            var written = Files.readString(file);
            report.add(OTHERS);

            assertEquals("""
                    "line";"result";"rule";"severity";"field";"text"
                    "2";"ACCEPTED";"";"";"";""
                    "3";"TO_CORRECT";"V-TEL";"E";"offers[0].phone";"Ten digits."
                    "3";"TO_CORRECT";"V-TXT";"W";"place.name";"A ""name""?"
                    """, written.replace("\r", ""), "what came is in the file before the rest comes");
        }
        assertTrue(Files.readString(file).endsWith("\"4\";\"REJECTED\";\"V-CSV\";\"E\";\"row\";\"Unreadable.\"\r\n"));
    }

    @Test
    void an_array_has_an_object_for_each_row() throws Exception {
        var file = folder.resolve("report.json");
        try (var report = ReportFile.begin(file, Language.ENGLISH)) {
            report.add(SOME);
            report.add(List.of());
            report.add(OTHERS);
        }

        assertEquals("""
                [
                {"line":2,"result":"ACCEPTED","findings":[]},
                {"line":3,"result":"TO_CORRECT","findings":[\
                {"rule":"V-TEL","severity":"E","field":"offers[0].phone","fr":"Dix chiffres.","en":"Ten digits."},\
                {"rule":"V-TXT","severity":"W","field":"place.name","fr":"Un \\"nom\\" ?","en":"A \\"name\\"?"}]},
                {"line":4,"result":"REJECTED","findings":[\
                {"rule":"V-CSV","severity":"E","field":"row","fr":"Illisible.","en":"Unreadable."}]}
                ]
                """, Files.readString(file));
    }

    @Test
    void a_run_that_ended_before_its_first_row_leaves_an_empty_array() throws Exception {
        var file = folder.resolve("report.json");

        ReportFile.begin(file, Language.ENGLISH).close();

        assertEquals("[\n]\n", Files.readString(file));
    }

    @Test
    void a_file_that_cannot_be_written_says_so() {
        var file = folder.resolve("absent").resolve("report.csv");

        var failure = assertThrows(PscException.class, () -> ReportFile.begin(file, Language.ENGLISH));

        assertEquals(CommandLineProblem.OUTPUT_UNWRITABLE, failure.problem());
    }
}

package io.github.pscsdk.example.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.imports.ImportReport.RuleCount;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvFile;
import io.github.pscsdk.example.imports.csv.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String FILE = """
            gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;_edit_datemaj
            =1;Salle;Rue;21850;21540;Ville;03 45 81 04 21;2021-06-06
            2;Salle;Rue;2185;21540;Ville;deux numéros;
            3;Salle
            4;Salle;Rue;21850;21540;Ville;;
            """;

    @Test
    void counts_rows_by_rule_and_severity() throws Exception {
        var report = Imported.of(FILE).report();

        assertEquals(List.of(4, 2, 2), List.of(report.read(), report.imported(), report.rejected()));
        assertEquals(List.of("arrete_pref_numero", "centre_type"), report.older());
        assertEquals(
                List.of(
                        new RuleCount("V-CP", 1, 0, 0),
                        new RuleCount("V-CSV", 1, 0, 0),
                        new RuleCount("V-TEL", 1, 0, 1)),
                report.rules());
        assertEquals("téléphone", report.rules().get(2).title(Language.FRENCH));
        assertEquals(Map.of("_edit_datemaj", 1), report.notTakenOver());
    }

    @Test
    void a_row_with_an_error_in_how_to_book_alone_is_to_be_corrected_and_counted() throws Exception {
        var imported = Imported.of(
                "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;rdv_site_web;centre_type;arrete_pref_numero\n"
                        + "1;Salle;Rue;21850;21540;Ville-Test;par mail;doctolib;;\n"
                        + "2;Salle;Rue;2185;21540;Ville-Test;par mail;doctolib;;\n");

        var row = imported.rows().get(0);
        assertTrue(row.isToCorrect());
        assertEquals(
                Optional.of("par mail"),
                row.declaration().orElseThrow().offers().get(0).phone());
        assertTrue(imported.rows().get(1).isRejected());
        assertTrue(imported.report().older().isEmpty());
        assertEquals(1, imported.report().toCorrect());
    }

    @Test
    void a_rejected_row_names_rule_and_field() throws Exception {
        var row = Imported.of(FILE).rows().get(1);

        assertTrue(row.isRejected());
        assertEquals(
                "[V-CP(E) on place.postcode, V-TEL(E) on offers[0].phone]",
                row.findings().toString());
        assertTrue(row.findings().stream().allMatch(finding -> finding.severity() == Severity.E));
    }

    @Test
    void as_CSV_has_a_line_for_each_finding_and_for_each_column_left() throws Exception {
        var text = new StringBuilder();
        var report = new RowReport(text);
        Imported.of(FILE).rows().forEach(row -> report.add(row, row.isRejected() ? "rejected" : "imported", ""));

        var lines = new ArrayList<String>();
        var csv = CsvFile.open(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), Bounds.DEFAULT);
        for (var row = csv.next(); row.isPresent(); row = csv.next()) {
            var cells = ((Row.Readable) row.get()).cells();
            lines.add(String.join(
                    " ",
                    cells.get("line"),
                    cells.get("key"),
                    cells.get("outcome"),
                    cells.get("rule"),
                    cells.get("severity"),
                    cells.get("field")));
        }
        assertEquals(
                List.of(
                        // A key that a spreadsheet would take for a formula is made harmless.
                        "2 '=1 imported V-TEL N offers[0].phone",
                        "2 '=1 imported   _edit_datemaj",
                        "3 2 rejected V-CP E place.postcode",
                        "3 2 rejected V-TEL E offers[0].phone",
                        "4  rejected V-CSV E row",
                        "5 4 imported   "),
                lines);
    }
}

package io.github.pscsdk.example.declaration.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.csv.Bounds;
import io.github.pscsdk.example.declaration.csv.CsvFile;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private static final String FILE = """
            gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;_edit_datemaj
            =1;Salle;Rue;21850;21540;Ville;03 45 81 04 21;2021-06-06
            2;Salle;Rue;2185;21540;Ville;deux numéros;
            3;Salle
            4;Salle;Rue;21850;21540;Ville;;
            """;

    @Test
    void counts_rows_by_rule_and_severity_in_both_languages() throws Exception {
        var report = Imported.of(FILE).report();

        assertEquals("""
                Lignes lues\u00a0: 4, importées\u00a0: 2, rejetées\u00a0: 2
                Ce fichier est d’une ancienne présentation\u00a0: il lui manque arrete_pref_numero, centre_type.
                V-CP (code postal)\u00a0: rejet 1
                V-CSV (ligne du fichier)\u00a0: rejet 1
                V-TEL (téléphone)\u00a0: rejet 1, mise en forme 1
                Colonnes non reprises (nombre de lignes)\u00a0: _edit_datemaj (1)""", report.french());
        assertEquals("""
                Rows read: 4, imported: 2, rejected: 2
                This file is of an older layout: it lacks arrete_pref_numero, centre_type.
                V-CP (postcode): rejected 1
                V-CSV (row of the file): rejected 1
                V-TEL (telephone): rejected 1, normalised 1
                Columns not taken over (number of rows): _edit_datemaj (1)""", report.english());
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
                row.declaration().orElseThrow().offers().get(0).access().phone());
        assertTrue(imported.rows().get(1).isRejected());
        assertTrue(imported.report().older().isEmpty());
        assertTrue(
                imported.report().french().contains("corriger avant d’être transmises\u00a0: 1"),
                imported.report()::french);
    }

    @ParameterizedTest
    @EnumSource(RowRemark.class)
    void every_remark_on_a_row_is_written_in_both_languages(RowRemark remark) {
        assertTrue(remark.finding().fr().endsWith("."));
        assertTrue(remark.finding().en().endsWith("."));
        assertEquals(
                remark == RowRemark.NO_FINESS ? "V-FINESS" : "V-CSV",
                remark.finding().rule());
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
        Imported.of(FILE).rows().forEach(report::add);

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

package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.csv.CsvWriter;
import java.util.List;

/**
 * The report of an import as CSV, row by row: a line for each finding, one for a row without any, and one for each column
 * that was not taken over. In both languages; a spreadsheet opens it.
 */
public final class RowReport {
    private final CsvWriter out;

    /** Begins with the header. */
    public RowReport(Appendable out) {
        this.out = new CsvWriter(out);
        this.out.row(List.of("line", "key", "outcome", "rule", "severity", "field", "fr", "en"));
    }

    /** Adds what became of a row. */
    public void add(ImportedRow row) {
        for (var finding : row.findings()) {
            line(row, finding.rule(), finding.severity().name(), finding.field(), finding.fr(), finding.en());
        }
        for (var column : row.notTakenOver()) {
            line(row, "", "", column, ReportText.FRENCH.columnLeft(), ReportText.ENGLISH.columnLeft());
        }
        if (row.findings().isEmpty() && row.notTakenOver().isEmpty()) {
            line(row, "", "", "", "", "");
        }
    }

    private void line(ImportedRow row, String rule, String severity, String field, String fr, String en) {
        var outcome = row.isRejected() ? "rejected" : "imported";
        out.row(List.of(String.valueOf(row.line()), row.key().orElse(""), outcome, rule, severity, field, fr, en));
    }
}

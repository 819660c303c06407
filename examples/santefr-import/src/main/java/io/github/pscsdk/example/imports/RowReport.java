package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.imports.csv.CsvWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The report of an import as CSV, row by row: a line for each finding, one for a row without any, and one for each
 * column that was not taken over. In both languages; a spreadsheet opens it.
 */
public final class RowReport {
    private final CsvWriter out;

    public RowReport(Appendable out) {
        this.out = new CsvWriter(out);
        this.out.row(List.of("line", "key", "outcome", "number", "rule", "severity", "field", "fr", "en"));
    }

    /**
     * Adds what became of a row.
     *
     * @param number of what was made of it; empty for nothing
     */
    public void add(ImportedRow row, String outcome, String number) {
        var head = List.of(String.valueOf(row.line()), row.key().orElse(""), outcome, number);
        for (var finding : row.findings()) {
            line(head, finding.rule(), finding.severity().name(), finding.field(), finding.fr(), finding.en());
        }
        var notTakenOver = LocalizedText.beside(RowReport.class, "rows", "column");
        for (var column : row.notTakenOver()) {
            line(head, "", "", column, notTakenOver.french(), notTakenOver.english());
        }
        if (row.findings().isEmpty() && row.notTakenOver().isEmpty()) {
            line(head, "", "", "", "", "");
        }
    }

    private void line(List<String> head, String... cells) {
        out.row(Stream.concat(head.stream(), Stream.of(cells)).toList());
    }
}

package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.imports.ImportReport;
import java.util.List;
import java.util.Objects;

/**
 * The result of an import.
 *
 * @param report what the rules made of it
 * @param rows every one, in the order of the file
 */
public record ImportResult(ImportReport report, List<ImportResultRow> rows) {
    public ImportResult {
        Objects.requireNonNull(report, "report");
        rows = List.copyOf(rows);
    }

    /** How many rows have that result. */
    public int count(RowResult result) {
        return (int) rows.stream().filter(row -> row.result() == result).count();
    }
}

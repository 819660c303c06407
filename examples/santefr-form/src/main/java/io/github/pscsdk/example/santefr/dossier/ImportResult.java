package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.imports.ImportReport;
import java.util.List;
import java.util.Objects;

/**
 * What became of a file.
 *
 * @param report what the rules made of it
 * @param rows every one, in the order of the file
 */
public record ImportResult(ImportReport report, List<ImportResultRow> rows) {
    /** Copies. */
    public ImportResult {
        Objects.requireNonNull(report, "report");
        rows = List.copyOf(rows);
    }

    /** How many rows had that fate. */
    public int count(RowResult fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }
}

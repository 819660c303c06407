package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.imports.ImportedRow;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of one row.
 *
 * @param row with its findings
 * @param result what was done with it
 * @param number of the draft that was begun for it, or of the dossier that is there for the same row already; else empty
 */
public record ImportResultRow(ImportedRow row, RowResult result, Optional<String> number) {
    public ImportResultRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(number, "number");
    }
}

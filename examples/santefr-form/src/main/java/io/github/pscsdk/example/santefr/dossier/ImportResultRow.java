package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.imports.ImportedRow;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a row of a file.
 *
 * @param row with its findings
 * @param fate in a word
 * @param number of the draft that was begun for it, or of the dossier that is there for the same row already; else empty
 */
public record ImportResultRow(ImportedRow row, RowResult fate, Optional<String> number) {
    /** Checks. */
    public ImportResultRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(fate, "fate");
        Objects.requireNonNull(number, "number");
    }
}

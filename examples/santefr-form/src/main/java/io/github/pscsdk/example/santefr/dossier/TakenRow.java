package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.imports.ImportedRow;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a row of a file.
 *
 * @param row with its findings
 * @param number of the draft that was begun for it, or of the dossier that is there for the same row already; empty if the
 *     row is rejected
 */
public record TakenRow(ImportedRow row, Optional<String> number) {
    /** Checks. */
    public TakenRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(number, "number");
    }
}

package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of one row. Prints its line only: a cell may name a person.
 *
 * @param line of the file on which the row begins, counted from 1
 * @param declaration in canonical spelling; empty if the row is rejected
 * @param notTakenOver filled columns that have no home in the model, or not wholly
 */
public record ImportedRow(
        int line,
        Optional<String> key,
        Optional<Declaration> declaration,
        List<Finding> findings,
        List<String> notTakenOver) {
    /**
     * Whether the declaration has an error, which is in the cells on how to book: everything else of the row can be
     * used.
     */
    public boolean isToCorrect() {
        return !isRejected() && findings.stream().anyMatch(Finding::isError);
    }

    public boolean isRejected() {
        return declaration.isEmpty();
    }

    @Override
    public String toString() {
        return "ImportedRow[line=" + line + ", " + findings + "]";
    }
}

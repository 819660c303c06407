package io.github.pscsdk.example.santefr.web.imports;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.santefr.dossier.Imports.ResultRow;
import io.github.pscsdk.example.santefr.dossier.Imports.RowOutcome;
import io.github.pscsdk.example.santefr.web.form.Note;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a file.
 *
 * @param line where it begins
 * @param key of the row in its file
 * @param result the key of its result
 * @param look of the result
 * @param number of its draft
 * @param remarks of the rules
 */
public record RowCard(
        int line, Optional<String> key, String result, String look, Optional<String> number, List<Remark> remarks) {
    public RowCard {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(number, "number");
        remarks = List.copyOf(remarks);
    }

    /**
     * What a rule says of it.
     *
     * @param rule such as {@code V-TEL}
     * @param note what to do
     */
    public record Remark(String rule, Note note) {}

    static RowCard of(ResultRow taken, Language language) {
        return new RowCard(
                taken.row().line(),
                taken.row().key(),
                "outcome." + taken.result().code(),
                look(taken.result()),
                taken.number(),
                taken.row().findings().stream()
                        .map(finding -> new Remark(finding.rule(), Note.of(finding, language)))
                        .toList());
    }

    private static String look(RowOutcome result) {
        return switch (result) {
            case BEGUN -> "public";
            case KNOWN -> "written";
            case OVER_LIMIT -> "doubtful";
            case REJECTED -> "rejected";
        };
    }

    /** The line, not the key: it may name somebody. */
    @Override
    public String toString() {
        return "RowCard[" + line + "]";
    }
}

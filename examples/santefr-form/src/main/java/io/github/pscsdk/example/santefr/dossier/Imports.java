package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.csv.Bounds;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.imports.ImportReport;
import io.github.pscsdk.example.declaration.imports.ImportedRow;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.santefr.dossier.Imports.ResultRow;
import io.github.pscsdk.example.santefr.dossier.Imports.RowOutcome;
import io.github.pscsdk.example.santefr.store.DossierStore.TooManyDraftsException;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Begins drafts for the rows of a published file. A row that has a dossier keeps it, so a file may be sent again. */
public final class Imports {
    /** Of one professional; the largest published file has some four thousand rows, of all. */
    public static final Bounds BOUNDS = new Bounds(8L << 20, 1_000, 10_000);

    private final Dossiers dossiers;

    Imports(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * Takes a file.
     *
     * @throws CsvRefusedException if it is none of those known or too large; no draft was begun then
     * @throws EventRefusedException if the caller may declare nothing
     */
    public Result take(InputStream file, Caller caller) throws CsvRefusedException, EventRefusedException, IOException {
        var rows = new ArrayList<ImportedRow>();
        // All rows before the first draft: a file that proves too large leaves nothing behind.
        var report = dossiers.importer(caller, BOUNDS).read(file, rows::add);
        var known = known(caller);
        var taken = new ArrayList<ResultRow>();
        for (var row : rows) {
            taken.add(taken(row, known, caller));
        }
        return new Result(report, taken);
    }

    private ResultRow taken(ImportedRow row, Map<Source, String> known, Caller caller) throws EventRefusedException {
        if (row.declaration().isEmpty()) {
            return new ResultRow(row, RowOutcome.REJECTED, Optional.empty());
        }
        var declaration = row.declaration().get();
        var source = keyed(declaration);
        var number = source.map(known::get);
        if (number.isPresent()) {
            return new ResultRow(row, RowOutcome.KNOWN, number);
        }
        try {
            var begun = dossiers.create(declaration, caller).number();
            source.ifPresent(key -> known.put(key, begun));
            return new ResultRow(row, row.isToCorrect() ? RowOutcome.TO_CORRECT : RowOutcome.BEGUN, Optional.of(begun));
        } catch (TooManyDraftsException e) {
            return new ResultRow(row, RowOutcome.OVER_LIMIT, Optional.empty());
        }
    }

    private Map<Source, String> known(Caller caller) {
        var known = new HashMap<Source, String>();
        for (var kept : dossiers.of(caller)) {
            if (kept.dossier().state() != State.WITHDRAWN) {
                keyed(content(kept)).ifPresent(source -> known.put(source, kept.number()));
            }
        }
        return known;
    }

    private static Declaration content(StoredDossier kept) {
        return kept.dossier().latest().content();
    }

    /** Where it came from, if that tells one row from another. */
    private static Optional<Source> keyed(Declaration declaration) {
        return declaration.source().filter(source -> source.id().isPresent());
    }

    /** The result of the import of one row. */
    public enum RowOutcome {
        /** A draft was begun for it. */
        BEGUN,
        /** A draft was begun for it, which has an error in how to book. */
        TO_CORRECT,
        /** A dossier was there for it already, and is as it was. */
        KNOWN,
        /** It has another error. */
        REJECTED,
        /** It has none, but the professional has as many drafts as are kept. */
        OVER_LIMIT;

        /** Such as {@code over-limit}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The result of one row.
     *
     * @param row with its findings
     * @param result what was done with it
     * @param number of the draft that was begun for it, or of the dossier that is there for the same row already; else empty
     */
    public record ResultRow(ImportedRow row, RowOutcome result, Optional<String> number) {
        public ResultRow {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(number, "number");
        }
    }

    /**
     * The result of an import.
     *
     * @param report what the rules made of it
     * @param rows every one, in the order of the file
     */
    public record Result(ImportReport report, List<ResultRow> rows) {
        public Result {
            Objects.requireNonNull(report, "report");
            rows = List.copyOf(rows);
        }

        /** How many rows have that result. */
        public int count(RowOutcome result) {
            return (int) rows.stream().filter(row -> row.result() == result).count();
        }
    }
}

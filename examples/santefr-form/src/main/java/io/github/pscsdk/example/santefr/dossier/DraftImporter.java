package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.imports.ImportReport;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.example.imports.Importer;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Begins drafts for the rows of a published file. A row that has a dossier keeps it, so a file may be sent again. */
public record DraftImporter(Dossiers dossiers) {
    /** The largest published file has some four thousand rows. */
    public static final Bounds BOUNDS = new Bounds(8L << 20, 5_000, 10_000);

    /**
     * Takes a file.
     *
     * @throws CsvRefusedException if it is none of those known or too large; no draft was begun then
     * @throws EventRefusedException if the caller may declare nothing
     */
    public Result take(InputStream file, Caller caller) throws CsvRefusedException, EventRefusedException, IOException {
        var rows = new ArrayList<ImportedRow>();
        // All rows before the first draft: a file that proves too large leaves nothing behind.
        var report = new Importer(dossiers.rules(), caller, BOUNDS).read(file, rows::add);
        var known = known(caller);
        var taken = new ArrayList<ResultRow>();
        for (var row : rows) {
            taken.add(taken(row, known, caller));
        }
        var counts = taken.stream().collect(Collectors.groupingBy(ResultRow::result, Collectors.counting()));
        return new Result(report, counts, taken);
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
        } catch (DossierException e) {
            return new ResultRow(row, RowOutcome.OVER_LIMIT, Optional.empty());
        }
    }

    private Map<Source, String> known(Caller caller) {
        var known = new HashMap<Source, String>();
        for (var kept : dossiers.of(caller)) {
            if (!kept.isOver()) {
                keyed(kept.content()).ifPresent(source -> known.put(source, kept.number()));
            }
        }
        return known;
    }

    /** Where it came from, if that tells one row from another. */
    private static Optional<Source> keyed(Declaration declaration) {
        return declaration.source().filter(source -> source.id().isPresent());
    }

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
        OVER_LIMIT
    }

    /**
     * The result of one row.
     *
     * @param number of the draft that was begun for it, or of the dossier that is there for the same row already
     */
    public record ResultRow(ImportedRow row, RowOutcome result, Optional<String> number) {}

    /**
     * The result of an import.
     *
     * @param counts of every row
     * @param rows in the order of the file
     */
    public record Result(ImportReport report, Map<RowOutcome, Long> counts, List<ResultRow> rows) {
        public long count(RowOutcome result) {
            return counts.getOrDefault(result, 0L);
        }

        /** The same counts, with the first rows only. */
        public Result first(int most) {
            return new Result(report, counts, rows.stream().limit(most).toList());
        }
    }
}

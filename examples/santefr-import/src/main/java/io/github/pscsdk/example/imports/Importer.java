package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.imports.ImportReport.Counter;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvFile;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import io.github.pscsdk.example.imports.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.imports.csv.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Imports a published file for one professional, by the rules of the form. Immutable; safe for any thread. */
public final class Importer {
    private static final Pattern BOOKING = Pattern.compile("offers\\[\\d+]\\.(?:phone|secondPhone|website)");

    private final DeclarationCheck check;
    private final Caller caller;
    private final Bounds bounds;

    public Importer(DeclarationCheck check, Caller caller, Bounds bounds) {
        this.check = check;
        this.caller = caller;
        this.bounds = bounds;
    }

    /**
     * Reads a file, a row at a time.
     *
     * @param in never closed
     * @param each is told of every row, in the order of the file
     * @return the counts
     * @throws CsvRefusedException {@link Reason#EMPTY} or {@link Reason#UNKNOWN_LAYOUT} before any row; {@link
     *     Reason#TOO_MANY_ROWS} or {@link Reason#TOO_MANY_BYTES} perhaps after some, which are then not to be kept
     */
    public ImportReport read(InputStream in, Consumer<ImportedRow> each) throws IOException, CsvRefusedException {
        var file = CsvFile.open(in, bounds);
        var layout = PublishedLayout.nearest(file.columns());
        var lacking = layout.lacking(file.columns());
        if (!lacking.isEmpty()) {
            throw new CsvRefusedException(file.headerLine(), lacking);
        }
        var counts = new Counter(layout, layout.lackingOfTheNewest(file.columns()));
        for (var row = file.next(); row.isPresent(); row = file.next()) {
            var imported = imported(row.get(), layout);
            counts.add(imported);
            each.accept(imported);
        }
        return counts.report();
    }

    private ImportedRow imported(Row row, PublishedLayout layout) {
        if (row instanceof Row.Unreadable unreadable) {
            var flaw = List.of(unreadable.finding());
            return new ImportedRow(row.line(), Optional.empty(), Optional.empty(), flaw, List.of());
        }
        var translated = layout.translate((Row.Readable) row, declarant());
        var outcome = check.check(translated.declaration(), caller);
        var findings = Stream.concat(translated.remarks().stream(), outcome.findings().stream())
                .toList();
        var key = translated.declaration().source().flatMap(Source::id);
        var isUsable = findings.stream().filter(Finding::isError).allMatch(error -> isOfBooking(error.field()));
        var declaration = isUsable ? Optional.of(outcome.kept()) : Optional.<Declaration>empty();
        return new ImportedRow(row.line(), key, declaration, findings, translated.notTakenOver());
    }

    /** Whether a field says how to book: a row that is wrong there alone can be used once it is corrected. */
    public static boolean isOfBooking(String field) {
        return BOOKING.matcher(field).matches();
    }

    private Declarant declarant() {
        return new Declarant(Optional.of(caller.nationalId()), Optional.empty(), Optional.empty());
    }
}

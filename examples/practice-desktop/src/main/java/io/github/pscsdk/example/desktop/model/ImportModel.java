package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.csv.Bounds;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.imports.ImportReport;
import io.github.pscsdk.example.declaration.imports.ImportedRow;
import io.github.pscsdk.example.declaration.imports.Importer;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The import of a file in one of the published layouts: its rows as the rules of the form judge them. A press puts the
 * accepted rows into the outbox, and those to correct among the drafts.
 */
public final class ImportModel extends ObservableModel {
    /** The limits of the form's own import. */
    private static final Bounds BOUNDS = new Bounds(8L << 20, 5_000, 10_000);

    private final Importer importer;
    private final OutboxModel outbox;
    private final ModelThreads threads;
    private List<ImportedRow> rows = List.of();
    private Words state = texts -> "";
    private boolean mayTakeOver;

    public ImportModel(Professional professional, OutboxModel outbox, ModelThreads threads) {
        importer = new Importer(new DeclarationCheck(Eligibility.current()), Caller.of(professional), BOUNDS);
        this.outbox = outbox;
        this.threads = threads;
    }

    /** The rows of the file, in its order; none where the file is refused. */
    public List<ImportedRow> rows() {
        return rows;
    }

    /** The counts of the file, or why it is refused; blank before the first file. */
    public Words state() {
        return state;
    }

    /** Whether there are rows that were not taken over. */
    public boolean mayTakeOver() {
        return mayTakeOver;
    }

    /** Reads a file. Nothing of it is kept yet. */
    public void read(Path file) {
        tell(List.of(), texts -> texts.get("import.reading"), false);
        threads.background().execute(() -> {
            var read = new ArrayList<ImportedRow>();
            try (var in = Files.newInputStream(file)) {
                var report = importer.read(in, read::add);
                tellLater(List.copyOf(read), counts(report), report.imported() > 0);
            } catch (CsvRefusedException e) {
                tellLater(List.of(), texts -> e.text().in(texts.language()), false);
            } catch (IOException e) {
                tellLater(List.of(), texts -> texts.get("import.unreadable"), false);
            }
        });
    }

    private static Words counts(ImportReport report) {
        var accepted = report.imported() - report.toCorrect();
        return texts -> texts.get("import.counts", report.read(), accepted, report.toCorrect(), report.rejected());
    }

    /** Keeps the rows in the outbox. */
    public void takeOver() {
        var taken = rows;
        var counts = state;
        tell(taken, counts, false);
        outbox.takeOver(taken, problem -> {
            // Unless another file was chosen meanwhile. The outbox tells the problem, and another press is another try.
            if (rows == taken) {
                tell(taken, problem.isPresent() ? counts : texts -> texts.get("import.taken"), problem.isPresent());
            }
        });
    }

    private void tellLater(List<ImportedRow> read, Words words, boolean isNew) {
        threads.window().execute(() -> tell(read, words, isNew));
    }

    private void tell(List<ImportedRow> read, Words words, boolean isNew) {
        rows = read;
        state = words;
        mayTakeOver = isNew;
        changed();
    }
}

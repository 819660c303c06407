package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.example.imports.Importer;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    private State state = new State(List.of(), texts -> "", false);

    /**
     * @param rows of the file, in its order; none where it is refused
     * @param words the counts of the file, or why it is refused; blank before the first file
     * @param mayTakeOver whether there are rows that were not taken over
     */
    public record State(List<ImportedRow> rows, Function<Texts, String> words, boolean mayTakeOver) {
        private static State told(Function<Texts, String> words) {
            return new State(List.of(), words, false);
        }
    }

    public ImportModel(Professional professional, OutboxModel outbox, ModelThreads threads) {
        importer = new Importer(new DeclarationCheck(Eligibility.current()), Caller.of(professional), BOUNDS);
        this.outbox = outbox;
        this.threads = threads;
    }

    public State state() {
        return state;
    }

    /** Reads a file. Nothing of it is kept yet. */
    public void read(Path file) {
        become(State.told(texts -> texts.get("import.reading")));
        threads.work(
                () -> {
                    var read = readNow(file);
                    threads.window().execute(() -> become(read));
                },
                failure -> failure.ifPresent(problem -> become(State.told(
                        texts -> problem.remedy(texts.language().locale()).title()))));
    }

    private State readNow(Path file) {
        try (var in = Files.newInputStream(file)) {
            var rows = new ArrayList<ImportedRow>();
            var report = importer.read(in, rows::add);
            var accepted = report.imported() - report.toCorrect();
            Function<Texts, String> counts =
                    texts -> texts.get("import.counts", report.read(), accepted, report.toCorrect(), report.rejected());
            return new State(List.copyOf(rows), counts, report.imported() > 0);
        } catch (CsvRefusedException e) {
            return State.told(texts -> e.text().in(texts.language()));
        } catch (IOException e) {
            return State.told(texts -> texts.get("import.unreadable"));
        }
    }

    /** Keeps the rows in the outbox. */
    public void takeOver() {
        var before = state;
        var taken = new State(before.rows(), before.words(), false);
        become(taken);
        outbox.takeOver(taken.rows(), problem -> {
            // Unless another file was chosen meanwhile. The outbox tells the problem, and another press is another try.
            if (state == taken) {
                become(
                        problem.isPresent()
                                ? before
                                : new State(taken.rows(), texts -> texts.get("import.taken"), false));
            }
        });
    }

    private void become(State now) {
        state = now;
        changed();
    }
}

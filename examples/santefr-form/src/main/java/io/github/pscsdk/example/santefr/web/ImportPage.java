package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.declaration.imports.RowReport;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.text.Spelling;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.example.santefr.dossier.Imports.Result;
import io.github.pscsdk.example.santefr.store.ExpiringMap;
import io.github.pscsdk.example.santefr.web.view.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code /mine/import}: a published file becomes drafts; then the report, on a page of its own, so that to load it
 * again sends nothing again. It is kept for half an hour, in memory.
 */
final class ImportPage {
    static final String ADDRESS = "/mine/import";
    static final String REPORT = ADDRESS + "/report";

    /** The largest file that is imported, and the form around it. */
    static final int MOST_BYTES = Math.toIntExact(Imports.BOUNDS.mostBytes()) + 16 * 1024;

    private static final Duration LIFE = Duration.ofMinutes(30);

    /** Each of 8 MiB of cells at most, and what the rules say of them. */
    private static final int MOST_REPORTS = 16;

    private final Dossiers dossiers;
    private final Imports imports;
    private final ExpiringMap<Result> reports;

    ImportPage(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.imports = dossiers.imports();
        this.reports = new ExpiringMap<>(clock, LIFE, MOST_REPORTS);
    }

    void show(PageRequest request) {
        show(request, 200, Optional.empty());
    }

    void receive(PageRequest request) throws EventRefusedException {
        var file = request.form().file();
        try {
            if (request.form().isTooLarge()) {
                throw new CsvRefusedException(Reason.TOO_MANY_BYTES, "too large to be read");
            } else if (dossiers.rights(request.caller()).kinds().isEmpty()) {
                show(request, 403, Optional.empty());
            } else if (file.isEmpty()) {
                show(request, 422, Optional.of(Frame.texts(request.language()).get("import.choose")));
            } else {
                reports.keep(request.caller().key(), imports.take(file.get(), request.caller()));
                request.see(REPORT);
            }
        } catch (CsvRefusedException e) {
            var text = e.text().in(request.language());
            show(request, e.reason().isTooMuch() ? 413 : 422, Optional.of(text));
        } catch (IOException e) {
            throw new IllegalStateException("the file is in memory", e);
        }
    }

    private void show(PageRequest request, int status, Optional<String> refusal) {
        var isGone = refusal.isEmpty() && request.parameter("report").isPresent();
        var values = Map.of(
                "rights",
                dossiers.rights(request.caller()),
                "mostDrafts",
                dossiers.mostDrafts(),
                "refusal",
                refusal,
                "gone",
                isGone);
        request.show(status, "import", ADDRESS, values);
    }

    /** That of the last file. */
    void report(PageRequest request) {
        withReport(request, taken -> request.show("report", Map.of("taken", taken)));
    }

    /** The same with a line for each remark, for a spreadsheet. */
    void reportAsFile(PageRequest request) {
        withReport(request, taken -> {
            var text = new StringBuilder();
            var report = new RowReport(text);
            taken.rows()
                    .forEach(row -> report.add(
                            row.row(), Spelling.of(row.result()), row.number().orElse("")));
            request.file("import.csv", "text/csv", text.toString());
        });
    }

    private void withReport(PageRequest request, Consumer<Result> action) {
        reports.find(request.caller().key()).ifPresentOrElse(action, () -> request.see(ADDRESS + "?report=gone"));
    }
}

package io.github.pscsdk.example.santefr.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.imports.RowReport;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.DraftImporter;
import io.github.pscsdk.example.santefr.dossier.DraftImporter.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code /mine/import}: a published file becomes drafts; then the report, on a page of its own, so that to load it
 * again sends nothing again. It is kept for half an hour, in memory.
 */
final class ImportPage {
    static final String ADDRESS = "/mine/import";
    static final String REPORT = ADDRESS + "/report";

    /** The largest file that is imported, and the form around it. */
    static final int MOST_BYTES = Math.toIntExact(DraftImporter.BOUNDS.mostBytes()) + 16 * 1024;

    /** More rows than these are in the file of the report alone: a page of thousands is slow to load and to read. */
    static final int MOST_SHOWN = 200;

    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final int MOST_REPORTS = 16;

    private final Dossiers dossiers;
    private final DraftImporter imports;
    /** By the key of the professional; gone after a restart, as the sessions are. */
    private final Cache<String, Report> reports;

    ImportPage(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.imports = new DraftImporter(dossiers);
        this.reports = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(LIFE)
                .maximumSize(MOST_REPORTS)
                .build();
    }

    void show(PageRequest request) {
        show(request, 200, Optional.empty());
    }

    void receive(PageRequest request) throws EventRefusedException {
        var file = request.form().file();
        try {
            if (dossiers.rights(request.caller()).kinds().isEmpty()) {
                show(request, 403, Optional.empty());
            } else if (file.isEmpty()) {
                show(request, 422, Optional.of(Frame.texts(request.language()).get("import.choose")));
            } else {
                reports.put(request.caller().key(), Report.of(imports.take(file.get(), request.caller())));
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
        var rights = dossiers.rights(request.caller());
        var isGone = refusal.isEmpty() && request.parameter("report").isPresent();
        request.show(status, "import", ADDRESS, Map.of("rights", rights, "refusal", refusal, "gone", isGone));
    }

    /** That of the last file. */
    void report(PageRequest request) {
        withReport(request, report -> request.show("report", Map.of("taken", report.first())));
    }

    /** The same with a line for each remark, for a spreadsheet. */
    void reportAsFile(PageRequest request) {
        withReport(request, report -> request.file("import.csv", "text/csv", report.file()));
    }

    private void withReport(PageRequest request, Consumer<Report> action) {
        Optional.ofNullable(reports.getIfPresent(request.caller().key()))
                .ifPresentOrElse(action, () -> request.see(ADDRESS + "?report=gone"));
    }

    /**
     * A report of any number of rows.
     *
     * @param first its counts and first rows
     * @param file all of them
     */
    private record Report(Result first, byte[] file) {
        static Report of(Result taken) {
            var file = new StringWriter();
            // The mark by which spreadsheets know UTF-8.
            file.write("\uFEFF");
            var report = new RowReport(file);
            taken.rows()
                    .forEach(row -> report.add(
                            row.row(), KebabCase.of(row.result()), row.number().orElse("")));
            return new Report(taken.first(MOST_SHOWN), file.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}

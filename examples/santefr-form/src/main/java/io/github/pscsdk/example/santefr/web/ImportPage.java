package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.declaration.imports.RowReport;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.ImportResult;
import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.example.santefr.web.imports.BoundsCard;
import io.github.pscsdk.example.santefr.web.imports.ImportCard;
import io.github.pscsdk.example.santefr.web.view.Frame;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /mine/import}: a published file becomes drafts, by the code of the API; then the report, on a page of its own, so that
 * to load it again sends nothing again. It is kept for half an hour, in memory.
 */
final class ImportPage {
    static final String ADDRESS = "/mine/import";
    static final String REPORT = ADDRESS + "/report";
    static final String REPORT_AS_FILE = REPORT + ".csv";

    private static final Duration LIFE = Duration.ofMinutes(30);
    /** Each of 8 MiB of cells at most, and what the rules say of them. */
    private static final int MOST_REPORTS = 16;

    private final Dossiers dossiers;
    private final Imports imports;
    private final ShortMemory<ImportResult> reports;

    ImportPage(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.imports = dossiers.imports();
        this.reports = new ShortMemory<>(clock, LIFE, MOST_REPORTS);
    }

    void show(PageRequest visit, SignedInRequest guest) {
        show(visit, guest, 200, Optional.empty(), visit.parameter("report").isPresent());
    }

    void receive(PageRequest visit, SignedInRequest guest, Upload upload) throws EventRefusedException {
        if (upload.isTooLarge()) {
            refuse(visit, guest, Reason.TOO_MANY_BYTES);
        } else if (dossiers.rights(guest.caller()).kinds().isEmpty()) {
            show(visit, guest, 403, Optional.empty(), false);
        } else if (upload.file().isEmpty()) {
            show(visit, guest, 422, Optional.of(Frame.texts(visit.language()).get("import.choose")), false);
        } else {
            take(visit, guest, upload);
        }
    }

    private void take(PageRequest visit, SignedInRequest guest, Upload upload) throws EventRefusedException {
        try {
            reports.keep(guest.caller().key(), imports.take(upload.file().orElseThrow(), guest.caller()));
            visit.see(REPORT);
        } catch (CsvRefusedException e) {
            refuse(visit, guest, e.reason());
        } catch (IOException e) {
            throw new IllegalStateException("the file is in memory", e);
        }
    }

    /** The last one's. */
    void report(PageRequest visit, SignedInRequest guest) {
        reports.find(guest.caller().key())
                .ifPresentOrElse(
                        taken -> visit.show(
                                "report", "report.title", Map.of("report", ImportCard.of(taken, visit.language()))),
                        () -> visit.see(ADDRESS + "?report=gone"));
    }

    /** A line for each remark, for a spreadsheet. */
    void reportAsFile(PageRequest visit, SignedInRequest guest) {
        reports.find(guest.caller().key())
                .ifPresentOrElse(
                        taken -> visit.file("import.csv", "text/csv", csv(taken)),
                        () -> visit.see(ADDRESS + "?report=gone"));
    }

    private static String csv(ImportResult taken) {
        var text = new StringBuilder();
        var report = new RowReport(text);
        taken.rows()
                .forEach(row ->
                        report.add(row.row(), row.fate().code(), row.number().orElse("")));
        return text.toString();
    }

    private void refuse(PageRequest visit, SignedInRequest guest, Reason reason) {
        var text = visit.language() == Language.FRENCH ? reason.french() : reason.english();
        show(visit, guest, reason.isTooMuch() ? 413 : 422, Optional.of(text), false);
    }

    private void show(
            PageRequest visit, SignedInRequest guest, int status, Optional<String> refusal, boolean isReportGone) {
        visit.show(
                status,
                "import",
                "import.title",
                ADDRESS,
                Map.of(
                        "bounds", BoundsCard.of(Imports.BOUNDS, dossiers.mostDrafts(), visit.language()),
                        "rights", RightsCard.of(dossiers.rights(guest.caller()), visit.language()),
                        "refusal", refusal,
                        "gone", isReportGone,
                        "csrf", guest.token()));
    }
}

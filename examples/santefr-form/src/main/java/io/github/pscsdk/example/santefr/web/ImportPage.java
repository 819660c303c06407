package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.declaration.imports.RowReport;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.example.santefr.dossier.Imports.Result;
import io.github.pscsdk.example.santefr.web.view.Frame;
import io.github.pscsdk.example.santefr.web.view.ImportCard;
import io.github.pscsdk.example.santefr.web.view.ImportLimitsCard;
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
    private final ExpiringMap<Result> reports;

    ImportPage(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.imports = dossiers.imports();
        this.reports = new ExpiringMap<>(clock, LIFE, MOST_REPORTS);
    }

    void show(PageRequest request, SignedInRequest signedIn) {
        show(
                request,
                signedIn,
                200,
                Optional.empty(),
                request.parameter("report").isPresent());
    }

    void receive(PageRequest request, SignedInRequest signedIn, Upload upload) throws EventRefusedException {
        if (upload.isTooLarge()) {
            refuse(request, signedIn, new CsvRefusedException(Reason.TOO_MANY_BYTES, "too large to be read"));
        } else if (dossiers.rights(signedIn.caller()).kinds().isEmpty()) {
            show(request, signedIn, 403, Optional.empty(), false);
        } else if (upload.file().isEmpty()) {
            show(
                    request,
                    signedIn,
                    422,
                    Optional.of(Frame.texts(request.language()).get("import.choose")),
                    false);
        } else {
            take(request, signedIn, upload);
        }
    }

    private void take(PageRequest request, SignedInRequest signedIn, Upload upload) throws EventRefusedException {
        try {
            reports.keep(signedIn.caller().key(), imports.take(upload.file().orElseThrow(), signedIn.caller()));
            request.see(REPORT);
        } catch (CsvRefusedException e) {
            refuse(request, signedIn, e);
        } catch (IOException e) {
            throw new IllegalStateException("the file is in memory", e);
        }
    }

    /** The last one's. */
    void report(PageRequest request, SignedInRequest signedIn) {
        reports.find(signedIn.caller().key())
                .ifPresentOrElse(
                        taken -> request.show(
                                "report",
                                "report.title",
                                Map.of("report", ImportCard.of(taken, request.language()), "csrf", signedIn.token())),
                        () -> request.see(ADDRESS + "?report=gone"));
    }

    /** A line for each remark, for a spreadsheet. */
    void reportAsFile(PageRequest request, SignedInRequest signedIn) {
        reports.find(signedIn.caller().key())
                .ifPresentOrElse(
                        taken -> request.file("import.csv", "text/csv", csv(taken)),
                        () -> request.see(ADDRESS + "?report=gone"));
    }

    private static String csv(Result taken) {
        var text = new StringBuilder();
        var report = new RowReport(text);
        taken.rows()
                .forEach(row ->
                        report.add(row.row(), row.result().code(), row.number().orElse("")));
        return text.toString();
    }

    private void refuse(PageRequest request, SignedInRequest signedIn, CsvRefusedException refused) {
        var text = request.language() == Language.FRENCH ? refused.french() : refused.english();
        show(request, signedIn, refused.reason().isTooMuch() ? 413 : 422, Optional.of(text), false);
    }

    private void show(
            PageRequest request, SignedInRequest signedIn, int status, Optional<String> refusal, boolean isReportGone) {
        request.show(
                status,
                "import",
                "import.title",
                ADDRESS,
                Map.of(
                        "bounds", ImportLimitsCard.of(Imports.BOUNDS, dossiers.mostDrafts(), request.language()),
                        "rights", RightsCard.of(dossiers.rights(signedIn.caller()), request.language()),
                        "refusal", refusal,
                        "gone", isReportGone,
                        "csrf", signedIn.token()));
    }
}

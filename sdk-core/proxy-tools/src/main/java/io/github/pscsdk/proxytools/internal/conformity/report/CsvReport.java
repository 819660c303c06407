package io.github.pscsdk.proxytools.internal.conformity.report;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Assessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report as a table (RFC 4180), one row for each obligation. Begins with a byte order mark, without which Excel does not
 * read UTF-8; every cell is quoted, and none begins with what a spreadsheet takes for a formula.
 */
public final class CsvReport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    // OWASP, CSV injection.
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final Texts texts;

    /** @param texts that lie beside this class */
    public CsvReport(Texts texts) {
        this.texts = texts;
    }

    public String of(Assessment assessment) {
        var header = Stream.of(
                        "id",
                        "reference",
                        "text",
                        "standing",
                        "confidence",
                        "source",
                        "verdict",
                        "evidence",
                        "question")
                .map(column -> texts.get("column." + column));
        return Stream.concat(
                        Stream.of(line(header)), assessment.judged().stream().map(judged -> line(cells(judged))))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private Stream<String> cells(ObligationAssessment judged) {
        var obligation = judged.obligation();
        return Stream.of(
                obligation.id(),
                obligation.reference(),
                obligation.text().in(texts.language()),
                texts.get("standing." + obligation.standing().name().toLowerCase(Locale.ROOT)),
                texts.get("confidence." + obligation.confidence().name().toLowerCase(Locale.ROOT)),
                obligation.source(),
                texts.get(TextReport.key(judged.verdict())),
                judged.findings().stream()
                        .map(finding ->
                                texts.get(finding.key(), finding.values().toArray()))
                        .distinct()
                        .collect(Collectors.joining("\n")),
                judged.verdict() == Verdict.CANNOT_BE_TOLD
                        ? obligation.question().in(texts.language())
                        : "");
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvReport::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    /** Quoted; an apostrophe in front keeps a spreadsheet from taking it for a formula. */
    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

package io.github.pscsdk.proxytools.internal.conformity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.Assessment.Judged;
import io.github.pscsdk.proxytools.internal.conformity.Assessment.Verdict;
import io.github.pscsdk.proxytools.internal.conformity.ConformityFinding.Outcome;
import io.github.pscsdk.proxytools.internal.conformity.Obligation.Confidence;
import io.github.pscsdk.proxytools.internal.conformity.Obligation.SourceStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An assessment in the language of the texts: as lines for a person, as a table for a spreadsheet, as JSON for a
 * program.
 */
record Report(Assessment assessment, Texts texts) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String COLUMNS = "id reference text standing confidence source verdict evidence question";
    // OWASP, CSV injection.
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private record Document(
            String about,
            boolean listLoaded,
            List<String> notes,
            int met,
            int notMet,
            int cannotBeTold,
            List<Row> obligations,
            List<Evidence> besides) {}

    private record Row(
            String id,
            String reference,
            String text,
            SourceStatus standing,
            Confidence confidence,
            String source,
            Verdict verdict,
            List<Evidence> evidence,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String question) {}

    private record Evidence(Check check, Outcome outcome, String text) {}

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(texts.get("title"));
        lines.add(texts.get("about"));
        lines.add(texts.get(assessment.obligations().loaded() ? "list.loaded" : "list.missing"));
        assessment.notes().forEach(note -> lines.add(note.text(texts)));
        for (var verdict : Verdict.values()) {
            var group = assessment.of(verdict);
            lines.add("");
            lines.add(texts.get("verdict.group", word("verdict", verdict), group.size()));
            group.forEach(judged -> add(lines, judged));
        }
        if (!assessment.besides().isEmpty()) {
            lines.add("");
            lines.add(texts.get("besides"));
            assessment.besides().forEach(finding -> lines.add(line(finding)));
        }
        lines.add("");
        lines.add(texts.get("counts", count(Verdict.MET), count(Verdict.NOT_MET), count(Verdict.CANNOT_BE_TOLD)));
        return lines;
    }

    private void add(List<String> lines, Judged judged) {
        var obligation = judged.obligation();
        lines.add("");
        lines.add("  " + obligation.reference() + "  " + obligation.text().in(texts.language()));
        var standing = word("standing", obligation.standing());
        var confidence = word("confidence", obligation.confidence());
        lines.add("    " + texts.get("source", standing, confidence, obligation.source()));
        judged.findings().stream().map(this::line).distinct().forEach(line -> lines.add("  " + line));
        if (!question(judged).isEmpty()) {
            lines.add("    ? " + question(judged));
        }
    }

    private String line(ConformityFinding finding) {
        var mark = switch (finding.outcome()) {
            case PASSED -> "+ ";
            case FAILED -> "- ";
            case UNSEEN -> "  ";
        };
        return "  " + mark + finding.text(texts);
    }

    /**
     * One row for each obligation (RFC 4180), with the byte order mark that Excel needs; every cell is quoted, and none
     * begins with what a spreadsheet takes for a formula.
     */
    String csv() {
        var header = Arrays.stream(COLUMNS.split(" ")).map(column -> texts.get("column." + column));
        return Stream.concat(Stream.of(header), assessment.judged().stream().map(this::cells))
                .map(cells -> cells.map(Report::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", "\uFEFF", ""));
    }

    private Stream<String> cells(Judged judged) {
        var obligation = judged.obligation();
        return Stream.of(
                obligation.id(),
                obligation.reference(),
                obligation.text().in(texts.language()),
                word("standing", obligation.standing()),
                word("confidence", obligation.confidence()),
                obligation.source(),
                word("verdict", judged.verdict()),
                judged.findings().stream()
                        .map(finding -> finding.text(texts))
                        .distinct()
                        .collect(Collectors.joining("\n")),
                question(judged));
    }

    /** Quoted; an apostrophe in front keeps a spreadsheet from taking it for a formula. */
    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    String json() {
        var document = new Document(
                texts.get("about"),
                assessment.obligations().loaded(),
                assessment.notes().stream().map(note -> note.text(texts)).toList(),
                count(Verdict.MET),
                count(Verdict.NOT_MET),
                count(Verdict.CANNOT_BE_TOLD),
                assessment.judged().stream().map(this::row).toList(),
                evidence(assessment.besides()));
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private Row row(Judged judged) {
        var obligation = judged.obligation();
        return new Row(
                obligation.id(),
                obligation.reference(),
                obligation.text().in(texts.language()),
                obligation.standing(),
                obligation.confidence(),
                obligation.source(),
                judged.verdict(),
                evidence(judged.findings()),
                question(judged));
    }

    private List<Evidence> evidence(List<ConformityFinding> findings) {
        return findings.stream()
                .map(finding -> new Evidence(finding.check(), finding.outcome(), finding.text(texts)))
                .toList();
    }

    private String question(Judged judged) {
        return judged.verdict() == Verdict.CANNOT_BE_TOLD
                ? judged.obligation().question().in(texts.language())
                : "";
    }

    private int count(Verdict verdict) {
        return assessment.of(verdict).size();
    }

    private String word(String subject, Enum<?> value) {
        return texts.get(subject + "." + value.name().toLowerCase(Locale.ROOT));
    }
}

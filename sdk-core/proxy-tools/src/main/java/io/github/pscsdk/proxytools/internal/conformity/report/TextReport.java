package io.github.pscsdk.proxytools.internal.conformity.report;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Assessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as a person reads it, grouped by verdict: what is not met first. */
public final class TextReport {
    private final Texts texts;

    /** @param texts that lie beside this class */
    public TextReport(Texts texts) {
        this.texts = texts;
    }

    public List<String> of(Assessment assessment) {
        var lines = new ArrayList<String>();
        lines.add(texts.get("title"));
        lines.add(texts.get("about"));
        lines.add(texts.get(assessment.obligations().loaded() ? "list.loaded" : "list.missing"));
        assessment
                .notes()
                .forEach(note -> lines.add(texts.get(note.key(), note.values().toArray())));
        for (var verdict : Verdict.values()) {
            var group = assessment.of(verdict);
            lines.add("");
            lines.add(texts.get("verdict.group", texts.get(key(verdict)), group.size()));
            group.forEach(judged -> add(lines, judged));
        }
        if (!assessment.besides().isEmpty()) {
            lines.add("");
            lines.add(texts.get("besides"));
            assessment.besides().forEach(finding -> lines.add(evidence(finding)));
        }
        lines.add("");
        lines.add(texts.get(
                "counts",
                assessment.of(Verdict.MET).size(),
                assessment.of(Verdict.NOT_MET).size(),
                assessment.of(Verdict.CANNOT_BE_TOLD).size()));
        return lines;
    }

    static String key(Verdict verdict) {
        return "verdict." + verdict.name().toLowerCase(Locale.ROOT);
    }

    private void add(List<String> lines, ObligationAssessment judged) {
        var obligation = judged.obligation();
        lines.add("");
        lines.add("  " + obligation.reference() + "  " + obligation.text().in(texts.language()));
        lines.add("    "
                + texts.get(
                        "source",
                        texts.get("standing." + obligation.standing().name().toLowerCase(Locale.ROOT)),
                        texts.get("confidence." + obligation.confidence().name().toLowerCase(Locale.ROOT)),
                        obligation.source()));
        judged.findings().stream().map(this::evidence).distinct().forEach(line -> lines.add("  " + line));
        if (judged.verdict() == Verdict.CANNOT_BE_TOLD) {
            lines.add("    ? " + obligation.question().in(texts.language()));
        }
    }

    private String evidence(Finding finding) {
        var mark = switch (finding.outcome()) {
            case PASSED -> "+ ";
            case FAILED -> "- ";
            case UNSEEN -> "  ";
        };
        return "  " + mark + texts.get(finding.key(), finding.values().toArray());
    }
}

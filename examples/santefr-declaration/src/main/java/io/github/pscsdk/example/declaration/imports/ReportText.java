package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.imports.ImportReport.RuleCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report in one language. */
enum ReportText {
    FRENCH(Language.FRENCH),
    ENGLISH(Language.ENGLISH);

    private final Texts texts;

    ReportText(Language language) {
        this.texts = Texts.beside(ReportText.class, "report", language);
    }

    String of(ImportReport report) {
        var lines = new ArrayList<String>();
        lines.add(texts.get("rows", report.read(), report.imported(), report.rejected()));
        part("to-correct", report.toCorrect(), lines);
        if (!report.older().isEmpty()) {
            lines.add(texts.get("older", String.join(", ", report.older())));
        }
        report.rules().stream().map(this::rule).forEach(lines::add);
        if (!report.notTakenOver().isEmpty()) {
            lines.add(texts.get(
                    "columns",
                    report.notTakenOver().entrySet().stream()
                            .map(column -> column.getKey() + " (" + column.getValue() + ")")
                            .collect(Collectors.joining(", "))));
        }
        return String.join("\n", lines);
    }

    /** What is said of a column that was not taken over. */
    String columnLeft() {
        return texts.get("column");
    }

    /** Whether there is a title for a rule. */
    boolean knows(String rule) {
        return texts.keys().contains("rule." + rule);
    }

    /** What a rule looks at. */
    String title(String rule) {
        return texts.get("rule." + rule);
    }

    private String rule(RuleCount count) {
        var parts = new ArrayList<String>();
        part("rejected", count.rejected(), parts);
        part("warned", count.warned(), parts);
        part("normalised", count.normalised(), parts);
        return texts.get("rule", count.rule(), title(count.rule()), String.join(", ", parts));
    }

    private void part(String key, int count, List<String> parts) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }
}

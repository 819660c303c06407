package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.imports.ImportReport.RuleCount;
import io.github.pscsdk.example.declaration.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report in one language. */
enum ReportText {
    FRENCH("fr"),
    ENGLISH("en");

    private final TextTable texts;

    ReportText(String language) {
        this.texts = TextTable.of(ReportText.class, "report", language);
    }

    String of(ImportReport report) {
        var lines = new ArrayList<String>();
        lines.add(texts.text("rows")
                .replace("{0}", String.valueOf(report.read()))
                .replace("{1}", String.valueOf(report.imported()))
                .replace("{2}", String.valueOf(report.rejected())));
        report.rules().stream().map(this::rule).forEach(lines::add);
        if (!report.notTakenOver().isEmpty()) {
            lines.add(texts.text("columns")
                    .replace(
                            "{0}",
                            report.notTakenOver().entrySet().stream()
                                    .map(column -> column.getKey() + " (" + column.getValue() + ")")
                                    .collect(Collectors.joining(", "))));
        }
        return String.join("\n", lines);
    }

    /** What is said of a column that was not taken over. */
    String columnLeft() {
        return texts.text("column");
    }

    /** Whether there is a title for a rule. */
    boolean knows(String rule) {
        return texts.keys().contains("rule." + rule);
    }

    /** What a rule looks at. */
    String title(String rule) {
        return texts.text("rule." + rule);
    }

    private String rule(RuleCount count) {
        var parts = new ArrayList<String>();
        part("rejected", count.rejected(), parts);
        part("warned", count.warned(), parts);
        part("normalised", count.normalised(), parts);
        return texts.text("rule")
                .replace("{0}", count.rule())
                .replace("{1}", title(count.rule()))
                .replace("{2}", String.join(", ", parts));
    }

    private void part(String key, int count, List<String> parts) {
        if (count > 0) {
            parts.add(texts.text(key).replace("{0}", String.valueOf(count)));
        }
    }
}

package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.lab.outcome.Summary.RuleCount;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary as a person reads it. */
public record SummaryText(Texts texts) {
    private static final int LINES_NAMED = 8;

    /** The counts, then a table of the rules. */
    public String of(String input, Summary summary) {
        var numbers = NumberFormat.getIntegerInstance(texts.language().locale());
        var warned = "  (" + texts.get("summary.warned", numbers.format(summary.acceptedWithWarnings())) + ")";
        var counts = Stream.of(
                texts.get("summary.title", input),
                count("summary.read", summary.read(), ""),
                count("summary.accepted", summary.accepted(), warned),
                count("summary.to-correct", summary.toCorrect(), ""),
                count("summary.rejected", summary.rejected(), ""));
        return Stream.concat(counts, table(summary.rules())).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The last line of the output, the same in every language: other programs read it. */
    public static String lastLine(Summary summary) {
        return "declarations: " + summary.read() + " read, " + summary.accepted() + " accepted, " + summary.rejected()
                + " rejected, " + summary.toCorrect() + " to correct";
    }

    private String count(String key, int rows, String remark) {
        return String.format(Locale.ROOT, "  %-11s %6d%s", texts.get(key), rows, remark);
    }

    private Stream<String> table(List<RuleCount> rules) {
        if (rules.isEmpty()) {
            return Stream.empty();
        }
        var head = "  %-8s %-26s %9s %11s %9s %9s"
                .formatted(
                        texts.get("summary.rule"),
                        "",
                        texts.get("summary.column.rejected"),
                        texts.get("summary.column.to-correct"),
                        texts.get("summary.column.warned"),
                        texts.get("summary.column.corrected"));
        return Stream.concat(
                Stream.of("", texts.get("summary.rules"), head), rules.stream().map(this::line));
    }

    private String line(RuleCount rule) {
        return "  %-8s %-26s %9s %11s %9s %9s%s"
                .formatted(
                        rule.rule(),
                        Finding.title(rule.rule(), texts.language()).orElse(""),
                        cell(rule.rejected()),
                        cell(rule.toCorrect()),
                        cell(rule.warned()),
                        cell(rule.corrected()),
                        lines(rule.lines()));
    }

    private static String cell(int rows) {
        return rows == 0 ? "-" : Integer.toString(rows);
    }

    private String lines(List<Integer> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        var named = lines.stream().limit(LINES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return "   " + texts.get("summary.lines", named + (lines.size() > LINES_NAMED ? ", ..." : ""));
    }
}

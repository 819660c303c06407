package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Outcome.Result;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The outcome of all rows.
 *
 * @param read rows of the file; always the sum of the accepted ones, those to correct and the rejected ones
 * @param acceptedWithWarnings those among them that are worth a look
 * @param toCorrect rows of which nothing is kept, and only how to book is wrong
 * @param rules every rule that found something, those that reject the most first
 */
public record Summary(
        int read, int accepted, int acceptedWithWarnings, int toCorrect, int rejected, List<RuleCount> rules) {
    public Summary {
        rules = List.copyOf(rules);
    }

    /**
     * How many rows one rule concerns. A row may stand under several rules, and under several severities of one.
     *
     * @param toCorrect rows that it has corrected before they are accepted
     * @param warned rows that it warns of, be they accepted or not
     * @param corrected rows in which it corrected the spelling
     * @param lines of the first hundred that it rejects or has corrected, ascending
     */
    public record RuleCount(String rule, int rejected, int toCorrect, int warned, int corrected, List<Integer> lines) {
        private static final int MOST_LINES = 100;

        public RuleCount {
            lines = List.copyOf(lines);
        }

        /** The count of a finding in one row. */
        private static RuleCount of(Kind found, Outcome outcome) {
            var isError = found.severity() == Severity.E;
            var isToCorrect = outcome.result() == Result.TO_CORRECT;
            return new RuleCount(
                    found.rule(),
                    isError && !isToCorrect ? 1 : 0,
                    isError && isToCorrect ? 1 : 0,
                    found.severity() == Severity.W ? 1 : 0,
                    found.severity() == Severity.N ? 1 : 0,
                    isError ? List.of(outcome.line()) : List.of());
        }

        private RuleCount plus(RuleCount later) {
            return new RuleCount(
                    rule,
                    rejected + later.rejected,
                    toCorrect + later.toCorrect,
                    warned + later.warned,
                    corrected + later.corrected,
                    Stream.concat(lines.stream(), later.lines.stream())
                            .limit(MOST_LINES)
                            .toList());
        }
    }

    private record Kind(String rule, Severity severity) {}

    /**
     * Counts outcomes as they come, in the order of their lines. Memory grows with the rules, not with the rows. For
     * one thread.
     */
    public static final class Counter {
        private static final Comparator<RuleCount> HEAVIEST_FIRST = Comparator.comparingInt(RuleCount::rejected)
                .thenComparingInt(RuleCount::toCorrect)
                .thenComparingInt(RuleCount::warned)
                .thenComparingInt(RuleCount::corrected)
                .reversed()
                .thenComparing(RuleCount::rule);

        private final Map<String, RuleCount> rules = new HashMap<>();
        private final Map<Result, Integer> results = new EnumMap<>(Result.class);
        private int acceptedWithWarnings;

        public void add(Outcome outcome) {
            results.merge(outcome.result(), 1, Integer::sum);
            if (outcome.acceptedWithWarning()) {
                acceptedWithWarnings++;
            }
            outcome.findings().stream()
                    .map(finding -> new Kind(finding.rule(), finding.severity()))
                    .distinct()
                    .forEach(kind -> rules.merge(kind.rule(), RuleCount.of(kind, outcome), RuleCount::plus));
        }

        public int read() {
            return results.values().stream().mapToInt(Integer::intValue).sum();
        }

        public Summary build() {
            return new Summary(
                    read(),
                    results.getOrDefault(Result.ACCEPTED, 0),
                    acceptedWithWarnings,
                    results.getOrDefault(Result.TO_CORRECT, 0),
                    results.getOrDefault(Result.REJECTED, 0),
                    rules.values().stream().sorted(HEAVIEST_FIRST).toList());
        }
    }
}

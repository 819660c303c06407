package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Outcome.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        public RuleCount {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Counts outcomes as they come, in the order of their lines. Memory grows with the rules, not with the rows. For
     * one thread.
     */
    public static final class Counter {
        private static final int MOST_LINES = 100;
        private static final Comparator<RuleCount> HEAVIEST_FIRST = Comparator.comparingInt(RuleCount::rejected)
                .thenComparingInt(RuleCount::toCorrect)
                .thenComparingInt(RuleCount::warned)
                .thenComparingInt(RuleCount::corrected)
                .reversed()
                .thenComparing(RuleCount::rule);

        private final Map<String, OfRule> rules = new HashMap<>();
        private final Map<Result, Integer> results = new EnumMap<>(Result.class);
        private int acceptedWithWarnings;

        private record Kind(String rule, Severity severity) {}

        private static final class OfRule {
            private final List<Integer> lines = new ArrayList<>();
            private int rejected;
            private int toCorrect;
            private int warned;
            private int corrected;

            private void add(Outcome outcome, Severity severity) {
                switch (severity) {
                    case E -> refused(outcome);
                    case W -> warned++;
                    case N -> corrected++;
                }
            }

            private void refused(Outcome outcome) {
                if (outcome.result() == Result.TO_CORRECT) {
                    toCorrect++;
                } else {
                    rejected++;
                }
                if (lines.size() < MOST_LINES) {
                    lines.add(outcome.line());
                }
            }

            private RuleCount count(String rule) {
                return new RuleCount(rule, rejected, toCorrect, warned, corrected, lines);
            }
        }

        public void add(Outcome outcome) {
            results.merge(outcome.result(), 1, Integer::sum);
            if (outcome.acceptedWithWarning()) {
                acceptedWithWarnings++;
            }
            outcome.findings().stream()
                    .map(finding -> new Kind(finding.rule(), finding.severity()))
                    .distinct()
                    .forEach(kind -> rules.computeIfAbsent(kind.rule(), rule -> new OfRule())
                            .add(outcome, kind.severity()));
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
                    rules.entrySet().stream()
                            .map(rule -> rule.getValue().count(rule.getKey()))
                            .sorted(HEAVIEST_FIRST)
                            .toList());
        }
    }
}

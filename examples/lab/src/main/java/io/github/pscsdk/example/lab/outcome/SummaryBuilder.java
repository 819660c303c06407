package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Outcome.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts outcomes as they come, in the order of their lines. Memory grows with the rules, not with the rows. For one thread. */
public final class SummaryBuilder {
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
                .forEach(kind ->
                        rules.computeIfAbsent(kind.rule(), rule -> new OfRule()).add(outcome, kind.severity()));
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

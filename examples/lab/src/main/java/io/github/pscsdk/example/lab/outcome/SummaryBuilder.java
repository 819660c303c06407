package io.github.pscsdk.example.lab.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts outcomes as they come. For one thread. */
public final class SummaryBuilder {
    private static final Comparator<RuleCount> HEAVIEST_FIRST = Comparator.comparingInt(RuleCount::rejected)
            .thenComparingInt(RuleCount::warned)
            .thenComparingInt(RuleCount::corrected)
            .reversed()
            .thenComparing(RuleCount::rule);

    private final Map<String, OfRule> rules = new HashMap<>();
    private int accepted;
    private int acceptedWithWarnings;
    private int rejected;

    private static final class OfRule {
        private final List<Integer> rejectedLines = new ArrayList<>();
        private int warned;
        private int corrected;

        private void add(int line, Severity severity) {
            switch (severity) {
                case REJECTED -> rejectedLines.add(line);
                case WARNED -> warned++;
                case CORRECTED -> corrected++;
            }
        }

        private RuleCount count(String rule) {
            return new RuleCount(
                    rule,
                    rejectedLines.size(),
                    warned,
                    corrected,
                    rejectedLines.stream().sorted().toList());
        }
    }

    /** One more row. */
    public void add(Outcome outcome) {
        if (outcome.accepted()) {
            accepted++;
        } else {
            rejected++;
        }
        if (outcome.acceptedWithWarning()) {
            acceptedWithWarnings++;
        }
        for (var finding : Set.copyOf(outcome.findings())) {
            rules.computeIfAbsent(finding.rule(), rule -> new OfRule()).add(outcome.line(), finding.severity());
        }
    }

    /** Of all rows so far. */
    public Summary build() {
        return new Summary(
                accepted + rejected,
                accepted,
                acceptedWithWarnings,
                rejected,
                rules.entrySet().stream()
                        .map(rule -> rule.getValue().count(rule.getKey()))
                        .sorted(HEAVIEST_FIRST)
                        .toList());
    }
}

package io.github.pscsdk.example.lab.outcome;

import java.util.Comparator;
import java.util.List;

/**
 * What became of all rows.
 *
 * @param read rows of the file; always the sum of the accepted and the rejected ones
 * @param accepted rows that the form keeps
 * @param acceptedWithWarnings those among them that are worth a look
 * @param rejected rows of which nothing is kept
 * @param rules every rule that found something, those that reject the most first
 */
public record Summary(int read, int accepted, int acceptedWithWarnings, int rejected, List<RuleCount> rules) {
    private static final Comparator<RuleCount> HEAVIEST_FIRST = Comparator.comparingInt(RuleCount::rejected)
            .thenComparingInt(RuleCount::warned)
            .thenComparingInt(RuleCount::corrected)
            .reversed()
            .thenComparing(RuleCount::rule);

    public Summary {
        rules = List.copyOf(rules);
    }

    /** Counts. */
    public static Summary of(List<Outcome> outcomes) {
        var accepted =
                Math.toIntExact(outcomes.stream().filter(Outcome::accepted).count());
        var warned = Math.toIntExact(
                outcomes.stream().filter(Outcome::acceptedWithWarning).count());
        var rules = outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream())
                .map(Finding::rule)
                .distinct()
                .map(rule -> RuleCount.of(rule, outcomes))
                .sorted(HEAVIEST_FIRST)
                .toList();
        return new Summary(outcomes.size(), accepted, warned, outcomes.size() - accepted, rules);
    }
}

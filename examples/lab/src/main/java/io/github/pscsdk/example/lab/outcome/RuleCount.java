package io.github.pscsdk.example.lab.outcome;

import java.util.List;

/**
 * How many rows one rule concerns. A row may stand under several rules, and under several severities of one.
 *
 * @param rule its identifier
 * @param rejected rows that it rejects
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

package io.github.pscsdk.example.lab.outcome;

import java.util.List;

/**
 * How many rows one rule concerns. A row may stand under several rules, and under several severities of one.
 *
 * @param rule its identifier
 * @param rejected rows that it rejects
 * @param warned rows that it warns of, be they accepted or not
 * @param corrected rows in which it corrected the spelling
 * @param rejectedLines the lines of the rejected ones, ascending
 */
public record RuleCount(String rule, int rejected, int warned, int corrected, List<Integer> rejectedLines) {
    public RuleCount {
        rejectedLines = List.copyOf(rejectedLines);
    }
}

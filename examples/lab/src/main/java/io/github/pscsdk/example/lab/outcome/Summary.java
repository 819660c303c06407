package io.github.pscsdk.example.lab.outcome;

import java.util.List;

/**
 * What became of all rows.
 *
 * @param read rows of the file; always the sum of the accepted ones, those to correct and the rejected ones
 * @param accepted rows that the form keeps
 * @param acceptedWithWarnings those among them that are worth a look
 * @param toCorrect rows of which nothing is kept, and only how to book is wrong
 * @param rejected the other rows of which nothing is kept
 * @param rules every rule that found something, those that reject the most first
 */
public record Summary(
        int read, int accepted, int acceptedWithWarnings, int toCorrect, int rejected, List<RuleCount> rules) {
    public Summary {
        rules = List.copyOf(rules);
    }
}

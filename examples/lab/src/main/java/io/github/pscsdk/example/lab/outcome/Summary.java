package io.github.pscsdk.example.lab.outcome;

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
    public Summary {
        rules = List.copyOf(rules);
    }
}

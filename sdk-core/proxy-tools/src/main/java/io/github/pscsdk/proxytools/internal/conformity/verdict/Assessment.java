package io.github.pscsdk.proxytools.internal.conformity.verdict;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligations;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding.Outcome;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * What can be said of each obligation. Deliberately without a verdict on the whole: nobody but ANS gives one.
 *
 * @param obligations the list that was looked at
 * @param judged each of them
 * @param besides what was seen of checks that no obligation of the list names
 * @param notes what was looked at
 */
public record Assessment(
        Obligations obligations, List<ObligationAssessment> judged, List<Finding> besides, List<Note> notes) {
    public Assessment {
        judged = List.copyOf(judged);
        besides = List.copyOf(besides);
        notes = List.copyOf(notes);
    }

    /** Judges each obligation by what was found. */
    public static Assessment of(Obligations obligations, Findings findings, List<Note> notes) {
        var judged = obligations.all().stream()
                .map(obligation -> ObligationAssessment.of(obligation, findings))
                .toList();
        var besides = Arrays.stream(Check.values())
                .filter(check -> obligations.all().stream()
                        .noneMatch(obligation -> obligation.checks().contains(check)))
                .map(findings::of)
                .filter(finding -> finding.outcome() != Outcome.UNSEEN)
                .toList();
        return new Assessment(obligations, judged, besides, notes);
    }

    /** Those of that verdict, in the order of the list. */
    public List<ObligationAssessment> of(Verdict verdict) {
        return judged.stream().filter(one -> one.verdict() == verdict).toList();
    }

    /**
     * A remark of the report that belongs to no obligation.
     *
     * @param key of the text that says it, in the texts of the report
     * @param values for the placeholders of that text
     */
    public record Note(String key, List<Object> values) {
        public Note {
            values = List.copyOf(values);
        }

        public Note(String key, Object... values) {
            this(key, List.of(values));
        }
    }
}

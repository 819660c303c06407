package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.ConformityFinding.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A verdict on each obligation. Deliberately without a verdict on the whole: nobody but ANS gives one.
 *
 * @param besides what was seen of checks that no obligation of the list names
 */
record Assessment(Obligations obligations, List<Judged> judged, List<ConformityFinding> besides, List<Note> notes) {
    /** Judges each obligation by what was found; of one check the last finding counts. */
    static Assessment of(Obligations obligations, List<ConformityFinding> found, List<Note> notes) {
        var findings = new EnumMap<Check, ConformityFinding>(Check.class);
        for (var check : Check.values()) {
            findings.put(check, ConformityFinding.unseen(check, check.need()));
        }
        found.forEach(finding -> findings.put(finding.check(), finding));
        var named = obligations.all().stream()
                .flatMap(obligation -> obligation.checks().stream())
                .collect(Collectors.toSet());
        return new Assessment(
                obligations,
                obligations.all().stream()
                        .map(obligation -> Judged.of(obligation, findings))
                        .toList(),
                findings.values().stream()
                        .filter(finding -> finding.outcome() != Outcome.UNSEEN && !named.contains(finding.check()))
                        .toList(),
                notes);
    }

    List<Judged> of(Verdict verdict) {
        return judged.stream().filter(one -> one.verdict == verdict).toList();
    }

    record Judged(Obligation obligation, Verdict verdict, List<ConformityFinding> findings) {
        private static Judged of(Obligation obligation, Map<Check, ConformityFinding> all) {
            var findings = obligation.checks().stream().map(all::get).toList();
            return new Judged(obligation, verdict(obligation, findings), findings);
        }

        private static Verdict verdict(Obligation obligation, List<ConformityFinding> findings) {
            if (findings.stream().anyMatch(finding -> finding.outcome() == Outcome.FAILED)) {
                return Verdict.NOT_MET;
            }
            var allPassed = findings.stream().allMatch(finding -> finding.outcome() == Outcome.PASSED);
            return allPassed && obligation.settled() ? Verdict.MET : Verdict.CANNOT_BE_TOLD;
        }
    }

    enum Verdict {
        /** A check failed. */
        NOT_MET,
        /** A person has to answer. */
        CANNOT_BE_TOLD,
        /** All checks succeeded, and they settle it. */
        MET
    }

    /** A remark of the report that belongs to no obligation, by the key of its text. */
    record Note(String key, Object... values) {
        String text(Texts texts) {
            return texts.get(key, values);
        }
    }
}

package io.github.pscsdk.proxytools.internal.conformity.verdict;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding.Outcome;
import java.util.List;

/**
 * An obligation and what can be said of it.
 *
 * @param obligation which
 * @param verdict what follows from the findings
 * @param findings of its checks, in their order
 */
public record ObligationAssessment(Obligation obligation, Verdict verdict, List<Finding> findings) {
    public ObligationAssessment {
        findings = List.copyOf(findings);
    }

    static ObligationAssessment of(Obligation obligation, Findings all) {
        var findings = obligation.checks().stream().map(all::of).toList();
        return new ObligationAssessment(obligation, verdict(obligation, findings), findings);
    }

    private static Verdict verdict(Obligation obligation, List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.outcome() == Outcome.FAILED)) {
            return Verdict.NOT_MET;
        }
        var allPassed = findings.stream().allMatch(finding -> finding.outcome() == Outcome.PASSED);
        return allPassed && obligation.settled() ? Verdict.MET : Verdict.CANNOT_BE_TOLD;
    }

    /** What can be said of one obligation. */
    public enum Verdict {
        /** A check failed. */
        NOT_MET,
        /** A person has to answer. */
        CANNOT_BE_TOLD,
        /** All checks succeeded, and they settle it. */
        MET
    }
}

package io.github.pscsdk.proxytools.internal.conformity.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxytools.internal.conformity.json.ObligationFile;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentTest {
    private static List<Obligation> judged(Findings findings, Verdict verdict) {
        return Assessment.of(ObligationFile.builtIn(), findings, List.of()).of(verdict).stream()
                .map(ObligationAssessment::obligation)
                .toList();
    }

    private static Findings allPassed() {
        var findings = new Findings();
        Arrays.stream(Check.values()).map(Finding::passed).forEach(finding -> findings.add(List.of(finding)));
        return findings;
    }

    @ParameterizedTest
    @EnumSource
    void a_check_that_fails_leaves_its_obligations_unmet_and_no_others(Check check) {
        var findings = allPassed();
        findings.add(List.of(Finding.failed(check)));

        var naming = ObligationFile.builtIn().all().stream()
                .filter(obligation -> obligation.checks().contains(check))
                .toList();
        assertEquals(naming, judged(findings, Verdict.NOT_MET));
    }

    @Test
    void where_all_checks_pass_the_obligations_that_they_settle_are_met_and_none_is_not() {
        var settled = ObligationFile.builtIn().all().stream()
                .filter(Obligation::settled)
                .toList();

        assertEquals(settled, judged(allPassed(), Verdict.MET));
        assertEquals(List.of(), judged(allPassed(), Verdict.NOT_MET));
    }
}

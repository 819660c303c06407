package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxytools.internal.conformity.Assessment.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentTest {
    private static List<Obligation> judged(List<ConformityFinding> findings, Verdict verdict) {
        return Assessment.of(Obligations.builtIn(), findings, List.of()).of(verdict).stream()
                .map(Assessment.Judged::obligation)
                .toList();
    }

    private static List<ConformityFinding> allPassed() {
        return Arrays.stream(Check.values()).map(ConformityFinding::passed).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_check_that_fails_leaves_its_obligations_unmet_and_no_others(Check check) {
        var findings = new ArrayList<>(allPassed());
        findings.add(ConformityFinding.failed(check));

        var naming = Obligations.builtIn().all().stream()
                .filter(obligation -> obligation.checks().contains(check))
                .toList();
        assertEquals(naming, judged(findings, Verdict.NOT_MET));
    }

    @Test
    void where_all_checks_pass_the_obligations_that_they_settle_are_met_and_none_is_not() {
        var settled =
                Obligations.builtIn().all().stream().filter(Obligation::settled).toList();

        assertEquals(settled, judged(allPassed(), Verdict.MET));
        assertEquals(List.of(), judged(allPassed(), Verdict.NOT_MET));
    }
}

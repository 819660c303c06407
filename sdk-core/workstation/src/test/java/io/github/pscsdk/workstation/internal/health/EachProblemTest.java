package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.MockServerHalf;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every problem of a workstation, each made once; the runtime without modules has {@link RuntimeWithoutModulesTest} to itself. */
class EachProblemTest {
    private static final List<String> SECRETS =
            List.of(MockServerHalf.APPLICATION_TOKEN, MockServerHalf.NATIONAL_ID, "secret", "fictive", "martin");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RUNTIME_MODULE_MISSING")
    void each_problem_is_found_where_it_is_made_and_is_the_one_finding(WorkstationProblem problem) throws Exception {
        var diagnosis = Trouble.of(problem);

        assertEquals(
                List.of(problem),
                diagnosis.findings().stream().map(Diagnostic::problem).toList(),
                "one cause, one finding");
        var facts = diagnosis.findings().get(0).facts().toString().toLowerCase(Locale.ROOT);
        for (var secret : SECRETS) {
            assertFalse(facts.contains(secret), () -> "in the facts: " + facts);
        }
    }
}

package io.github.pscsdk.plugin.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StubProblemTest {
    @ParameterizedTest
    @EnumSource
    void each_problem_has_a_title_and_steps_in_french_and_in_english(StubProblem problem) {
        var french = problem.remedy(Locale.FRANCE);
        var english = problem.remedy(Locale.UK);

        assertNotEquals(french.title(), english.title());
        assertEquals(french.steps().size(), english.steps().size());
    }
}

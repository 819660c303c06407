package io.github.pscsdk.plugin.cps.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.diagnostic.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardProblemTest {
    @ParameterizedTest
    @EnumSource
    void each_problem_has_a_title_and_steps_in_french_and_in_english(CardProblem problem) {
        var french = problem.remedy(Locale.FRANCE);
        var english = problem.remedy(Locale.UK);

        assertNotEquals(french.title(), english.title());
        assertEquals(french.steps().size(), english.steps().size());
    }

    @ParameterizedTest
    @EnumSource
    void french_is_set_as_french_is(CardProblem problem) {
        var remedy = problem.remedy(Locale.FRANCE);

        for (var text : (remedy.title() + "\n" + String.join("\n", remedy.steps()))
                .lines()
                .toList()) {
            assertFalse(text.matches(".* [:;!?»].*|.*« .*|.*'.*"), text);
        }
    }

    @Test
    void no_code_is_used_twice() {
        assertEquals(
                CardProblem.values().length,
                Arrays.stream(CardProblem.values())
                        .map(Problem::code)
                        .distinct()
                        .count());
    }
}

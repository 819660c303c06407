package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandLineProblemTest {
    @ParameterizedTest
    @EnumSource
    void has_a_remedy_in_both_languages(CommandLineProblem problem) {
        var french = problem.remedy(Locale.FRANCE);
        var english = problem.remedy(Locale.ENGLISH);

        assertNotEquals(french.title(), english.title());
        assertEquals(english.steps().size(), french.steps().size());
        assertFalse(english.steps().isEmpty());
    }

    @Test
    void codes_are_unique() {
        var codes = Arrays.stream(CommandLineProblem.values()).map(CommandLineProblem::code);

        assertEquals(CommandLineProblem.values().length, codes.distinct().count());
    }
}

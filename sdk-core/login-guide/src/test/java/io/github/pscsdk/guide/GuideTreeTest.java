package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginGuide;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody who follows the tree gets lost in it. */
class GuideTreeTest {
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.FRENCH);

    static Stream<LoginGuide.Step> steps() {
        return GUIDE.steps().stream();
    }

    @Test
    void every_step_is_reached_from_the_start() {
        assertEquals(ids(GUIDE.steps()), reachedFrom(GUIDE.start()));
        assertEquals(GUIDE.steps().size(), ids(GUIDE.steps()).size(), "ids are unique");
        assertTrue(GUIDE.steps().size() > 20, "the tree was read");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void from_every_step_there_is_a_way_to_an_end(LoginGuide.Step step) {
        assertTrue(reachedFrom(step).stream()
                .map(id -> GUIDE.step(id).orElseThrow())
                .anyMatch(reached -> reached.choices().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_question_has_answers_and_a_procedure_a_way_on_where_it_fails_too(LoginGuide.Step step) {
        var choices = step.choices();

        assertTrue(choices.isEmpty() || choices.size() > 1, "one choice is none");
        assertEquals(
                choices.size(),
                choices.stream().map(LoginGuide.Choice::id).distinct().count(),
                "ids are unique");
        assertEquals(
                choices.size(),
                choices.stream().map(LoginGuide.Choice::next).distinct().count(),
                "no two do the same");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_question_asks_and_a_procedure_says_what_to_do(LoginGuide.Step step) {
        assertEquals(step.isQuestion(), step.title().endsWith("?"));
        assertTrue(
                step.isQuestion() || step.choices().isEmpty() || !step.steps().isEmpty());
    }

    private static Set<String> reachedFrom(LoginGuide.Step step) {
        var reached = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(step));
        while (!next.isEmpty()) {
            var here = next.remove();
            if (reached.add(here.id())) {
                here.choices().forEach(choice -> next.add(GUIDE.answer(choice)));
            }
        }
        return reached;
    }

    private static Set<String> ids(List<LoginGuide.Step> steps) {
        return new LinkedHashSet<>(steps.stream().map(LoginGuide.Step::id).toList());
    }
}

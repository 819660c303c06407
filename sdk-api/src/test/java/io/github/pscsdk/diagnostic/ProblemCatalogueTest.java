package io.github.pscsdk.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemCatalogueTest {
    static Stream<Problem> problems() {
        return Stream.<Problem[]>of(
                        LoginProblem.values(),
                        PluginProblem.values(),
                        NationalIdProblem.values(),
                        WorkstationProblem.values(),
                        ServerProblem.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void each_problem_has_a_title_and_steps_in_french_and_in_english(Problem problem) {
        var french = problem.remedy(Locale.FRANCE);
        var english = problem.remedy(Locale.UK);

        assertEquals(french.steps().size(), english.steps().size(), "both languages give the same steps");
        assertNotEquals(french.title(), english.title());
        Stream.concat(
                        Stream.of(french.title(), english.title()),
                        Stream.concat(french.steps().stream(), english.steps().stream()))
                .forEach(text -> assertTrue(text.matches("[\\p{Lu}\\d].*\\."), () -> "not a sentence: " + text));
    }

    @Test
    void codes_are_unique() {
        assertEquals(
                problems().count(), problems().map(Problem::code).distinct().count());
    }

    @Test
    void no_text_is_left_behind_by_a_problem_that_is_gone() throws Exception {
        var codes = problems().map(Problem::code).collect(Collectors.toSet());
        for (var file : new String[] {"problems_fr.properties", "problems_en.properties", "problems.properties"}) {
            var texts = new Properties();
            try (var in = Problem.class.getResourceAsStream(file)) {
                texts.load(in);
            }

            for (var key : texts.stringPropertyNames()) {
                assertTrue(codes.contains(key.substring(0, key.indexOf('.'))), () -> file + " has " + key);
            }
        }
    }

    @Test
    void a_language_other_than_french_gets_english_whatever_the_default_locale() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.FRANCE);
        try {
            assertEquals(
                    "The login was refused.",
                    LoginProblem.REFUSED.remedy(Locale.GERMAN).title());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_code_that_crossed_the_wire_finds_its_problem_again() {
        assertEquals(Optional.of(LoginProblem.REFUSED), LoginProblem.ofCode("PSC-001"));
        assertEquals(Optional.empty(), LoginProblem.ofCode("PSC-999"));
        assertEquals(Optional.of(ServerProblem.CLOCK_SKEWED), ServerProblem.ofCode("SRV-013"));
        assertEquals(Optional.empty(), ServerProblem.ofCode("PSC-001"));
    }

    @Test
    void an_exception_says_code_name_and_detail_and_keeps_its_cause() {
        var cause = new IllegalStateException("socket closed");

        var failure = new PscException(LoginProblem.PSC_UNAVAILABLE, "the token endpoint does not answer", cause);

        assertEquals("PSC-020 PSC_UNAVAILABLE: the token endpoint does not answer", failure.getMessage());
        assertEquals(cause, failure.getCause());
        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
    }

    @Test
    void an_enum_without_texts_is_told_so() {
        enum Forgetful implements Problem {
            ONE;

            @Override
            public String code() {
                return "XXX-001";
            }

            @Override
            public Party party() {
                return Party.SERVICE;
            }
        }

        var failure = assertThrows(IllegalStateException.class, () -> Forgetful.ONE.remedy(Locale.FRENCH));

        assertTrue(failure.getMessage().contains("XXX-001"));
        assertFalse(failure.getMessage().isBlank());
    }

    @Test
    void a_problem_names_the_step_of_the_guide_that_is_written_beside_its_enum() {
        assertEquals(Optional.of("ecps_not_known"), LoginProblem.UNKNOWN_PROFESSIONAL.guideNode());
        assertEquals(Optional.empty(), LoginProblem.REFUSED.guideNode());
    }
}

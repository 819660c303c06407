package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.Party;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SantefrGuideTest {
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.ENGLISH);

    @Test
    void there_is_one_guide_for_each_language_and_English_for_the_others() {
        assertEquals(Locale.FRENCH, SantefrGuide.in(Locale.CANADA_FRENCH).language());
        assertEquals(Locale.ENGLISH, SantefrGuide.in(Locale.GERMAN).language());
        assertSame(GUIDE, SantefrGuide.in(Locale.UK));
    }

    @Test
    void it_begins_at_its_first_step() {
        assertEquals("start", GUIDE.start().id());
        assertSame(GUIDE.start(), GUIDE.steps().get(0));
    }

    @Test
    void a_choice_leads_on_and_one_of_another_guide_is_refused() {
        var yes = GUIDE.start().choice("yes").orElseThrow();

        assertEquals("card", GUIDE.answer(yes).id());
        assertEquals(Optional.empty(), GUIDE.start().choice("perhaps"));
        assertThrows(
                IllegalArgumentException.class,
                () -> GUIDE.answer(new LoginGuide.Choice("yes", "Yes", "elsewhere", yes.source())));
    }

    @ParameterizedTest
    @CsvSource({
        "PROFESSIONAL, log_in_again",
        "WORKSTATION, workstation",
        "SOFTWARE_VENDOR, vendor_support",
        "SERVICE, wait_for_service"
    })
    void a_problem_that_names_no_step_goes_on_with_whoever_must_act(Party party, String step) {
        assertEquals(step, GUIDE.after(Trouble.of(party)).id());
    }

    @Test
    void so_does_one_that_names_a_step_of_another_version() {
        assertEquals(
                "log_in_again", GUIDE.after(Trouble.at("of_a_later_version")).id());
    }

    @Test
    void a_problem_that_names_a_step_goes_on_there() {
        assertEquals("card_problem", GUIDE.after(Trouble.at("card_problem")).id());
        assertEquals(
                "ecps_not_known", GUIDE.after(LoginProblem.UNKNOWN_PROFESSIONAL).id());
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_wrong_with_an_identifier_the_guide_helps_to_find_it(NationalIdProblem problem) {
        assertEquals("identifier", GUIDE.after(problem).id());
    }
}

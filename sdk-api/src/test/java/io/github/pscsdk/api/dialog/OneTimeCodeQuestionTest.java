package io.github.pscsdk.api.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.BilingualLine;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeQuestionTest {
    private static final BilingualLine TOKEN = BilingualLine.of("Jeton du cabinet", "Token of the practice");

    @Test
    void a_code_of_four_digits_is_refused_because_the_card_s_has_four() {
        var failure = assertThrows(IllegalArgumentException.class, () -> OneTimeCodeQuestion.of(TOKEN, 4));

        assertTrue(failure.getMessage().contains("CPS card"), failure::getMessage);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, 11})
    void so_is_any_other_length_but_six_to_ten(int digits) {
        assertThrows(IllegalArgumentException.class, () -> OneTimeCodeQuestion.of(TOKEN, digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Carte CPS",
                "e-CPS",
                "eCPS",
                "votre carte cps",
                "code porteur",
                "PIN",
                "Pro Sante Connect",
                "PSC",
                "CPE"
            })
    void a_device_that_bears_the_name_of_the_card_or_the_e_cps_is_refused_in_either_language(String name) {
        assertThrows(IllegalArgumentException.class, () -> OneTimeCodeQuestion.of(BilingualLine.of(name, "Token"), 6));
        assertThrows(IllegalArgumentException.class, () -> OneTimeCodeQuestion.of(BilingualLine.of("Jeton", name), 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spinner", "Jeton Capsule", "Pinède 3"})
    void a_name_that_only_holds_the_letters_is_not(String name) {
        assertEquals(6, OneTimeCodeQuestion.of(BilingualLine.of(name), 6).digits());
    }

    @Test
    void a_copy_says_that_the_code_was_wrong_and_how_many_tries_are_left() {
        var first = OneTimeCodeQuestion.of(TOKEN, 8);

        var second = first.asAgain().withTriesLeft(2);

        assertFalse(first.again());
        assertEquals(OptionalInt.empty(), first.triesLeft());
        assertTrue(second.again());
        assertEquals(OptionalInt.of(2), second.triesLeft());
        assertThrows(IllegalArgumentException.class, () -> first.withTriesLeft(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦", "123 456"})
    void only_so_many_digits_can_be_the_code(String typed) {
        var question = OneTimeCodeQuestion.of(TOKEN, 6);

        assertFalse(question.accepts(typed.toCharArray()));
        assertTrue(question.accepts("012345".toCharArray()));
    }
}

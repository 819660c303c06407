package io.github.pscsdk.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilingualLineTest {
    @Test
    void is_read_in_the_person_s_language() {
        var text = BilingualLine.of("Présentez le badge\u00a0!", "Present the badge!");

        assertEquals("Présentez le badge\u00a0!", text.in(Locale.FRANCE));
        assertEquals("Present the badge!", text.in(Locale.GERMAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two\nlines",
                "a\ttab",
                "a\u0000null",
                "\u001b[31mred",
                "a\u2028line",
                "\u202edetrever",
                "zero\u200bwidth",
                "\ud800 alone",
                "\ue000 private"
            })
    void is_one_line_that_changes_nothing_around_it(String text) {
        var failure = assertThrows(IllegalArgumentException.class, () -> BilingualLine.of("bon", text));

        assertFalse(!text.isBlank() && failure.getMessage().contains(text));
        assertThrows(IllegalArgumentException.class, () -> BilingualLine.of(text, "good"));
    }

    @Test
    void is_the_same_where_it_is_so_in_both_languages() {
        assertEquals(BilingualLine.of("Oui", "Yes"), BilingualLine.of("Oui", "Yes"));
        assertNotEquals(BilingualLine.of("Oui", "Yes"), BilingualLine.of("Oui", "No"));
        assertNotEquals(BilingualLine.of("Oui", "Yes"), BilingualLine.of("Non", "Yes"));
    }

    @Test
    void has_a_limit() {
        BilingualLine.of("é".repeat(BilingualLine.MOST_CHARACTERS));

        assertThrows(
                IllegalArgumentException.class, () -> BilingualLine.of("é".repeat(BilingualLine.MOST_CHARACTERS + 1)));
    }

    @Test
    void prints_nothing_of_what_it_says() {
        assertEquals("BilingualLine[7 characters]", BilingualLine.of("FICTIVE").toString());
    }
}

package io.github.pscsdk.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @Test
    void a_french_locale_speaks_french_and_any_other_english() {
        assertEquals(Language.FRENCH, Language.of(Locale.CANADA_FRENCH));
        assertEquals(Language.ENGLISH, Language.of(Locale.UK));
        assertEquals(Language.ENGLISH, Language.of(Locale.GERMANY));
        assertEquals(Language.ENGLISH, Language.of(Locale.ROOT));
    }

    @Test
    void whoever_wants_the_other_language_gets_it() {
        assertEquals(Language.ENGLISH, Language.FRENCH.other());
        assertEquals(Language.FRENCH, Language.ENGLISH.other());
    }

    @Test
    void a_tag_is_two_letters_and_no_other_language_has_one() {
        assertEquals(Optional.of(Language.FRENCH), Language.tagged("fr"));
        assertEquals(Optional.of(Language.ENGLISH), Language.tagged("en"));
        assertEquals(Optional.empty(), Language.tagged("FRENCH"));
        assertEquals(Optional.empty(), Language.tagged("de"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | FRENCH
            en-GB | ENGLISH
            fr-FR,en;q=0.5 | FRENCH
            fr;q=0.2,en;q=0.9 | ENGLISH
            de,fr;q=0.8,en;q=0.5 | FRENCH
            fr;q=0,en;q=0.1 | ENGLISH
            """)
    void the_language_that_a_browser_likes_best_is_taken(String header, Language best) {
        assertEquals(Optional.of(best), Language.accepted(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "*", "fr;q=0", "", ";;;", "fr;q=many"})
    void whoever_asks_for_neither_gets_neither(String header) {
        assertEquals(Optional.empty(), Language.accepted(header));
    }
}

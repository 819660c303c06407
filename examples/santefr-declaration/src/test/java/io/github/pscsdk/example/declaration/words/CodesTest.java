package io.github.pscsdk.example.declaration.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.CodedValue;
import io.github.pscsdk.diagnostic.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Codes FRENCH = Codes.in(Language.FRENCH);
    private static final Codes ENGLISH = Codes.in(Language.ENGLISH);

    @Test
    void both_languages_know_the_same_codes() {
        assertEquals(FRENCH.keys(), ENGLISH.keys());
    }

    @Test
    void no_word_is_empty() {
        for (var codes : List.of(FRENCH, ENGLISH)) {
            for (var key : codes.keys()) {
                var dot = key.indexOf('.');
                var word = codes.find(key.substring(0, dot), key.substring(dot + 1));
                assertFalse(word.orElseThrow().isBlank(), key);
            }
        }
    }

    @Test
    void a_code_is_said_in_the_language_of_the_reader() {
        assertEquals("Pharmacien", FRENCH.word("profession", "21"));
        assertEquals("Pharmacist", ENGLISH.word("profession", "21"));
    }

    @Test
    void a_code_without_a_word_is_shown_as_it_is() {
        var coded = Optional.of(new CodedValue("table", "9Z"));

        assertEquals(Optional.of(true), FRENCH.word("profession", coded).map(word -> word.contains("9Z")));
        assertEquals(Optional.empty(), FRENCH.find("profession", "9Z"));
        assertEquals(Optional.empty(), FRENCH.word("profession", Optional.empty()));
    }
}

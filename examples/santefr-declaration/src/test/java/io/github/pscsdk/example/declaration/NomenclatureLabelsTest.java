package io.github.pscsdk.example.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NomenclatureLabelsTest {
    private static final NomenclatureLabels FRENCH = NomenclatureLabels.in(Language.FRENCH);
    private static final NomenclatureLabels ENGLISH = NomenclatureLabels.in(Language.ENGLISH);

    @Test
    void both_languages_know_the_same_codes() {
        assertEquals(texts(Language.FRENCH).keys(), texts(Language.ENGLISH).keys());
    }

    @Test
    void no_word_is_empty() {
        for (var language : Language.values()) {
            for (var key : texts(language).keys()) {
                var dot = key.indexOf('.');
                var word = NomenclatureLabels.in(language).find(key.substring(0, dot), key.substring(dot + 1));
                assertFalse(word.orElseThrow().isBlank(), key);
            }
        }
    }

    private static Texts texts(Language language) {
        return Texts.beside(NomenclatureLabels.class, "labels", language);
    }

    @Test
    void a_code_is_said_in_the_language_of_the_reader() {
        assertEquals("Pharmacien", FRENCH.label("profession", "21"));
        assertEquals("Pharmacist", ENGLISH.label("profession", "21"));
    }

    @Test
    void a_code_without_a_word_is_shown_as_it_is() {
        var coded = Optional.of(new CodedValue("table", "9Z"));

        assertEquals(Optional.of(true), FRENCH.label("profession", coded).map(word -> word.contains("9Z")));
        assertEquals(Optional.empty(), FRENCH.find("profession", "9Z"));
        assertEquals(Optional.empty(), FRENCH.label("profession", Optional.empty()));
    }
}

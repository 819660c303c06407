package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsSayNothingOfTheWholeTest {
    private static final Pattern BLANK = Pattern.compile("\\{\\d}");

    private static Texts texts(Language language) {
        return Obligations.texts(language);
    }

    @Test
    void no_text_of_the_command_calls_anything_good_as_a_whole() {
        for (var language : Language.values()) {
            for (var key : texts(language).keys()) {
                assertEquals(List.of(), Claims.in(texts(language).find(key).orElseThrow()), key);
            }
        }
        for (var obligation : Obligations.builtIn().all()) {
            var all = Stream.of(
                    obligation.text().fr(),
                    obligation.text().en(),
                    obligation.question().fr(),
                    obligation.question().en(),
                    obligation.source());
            all.forEach(text -> assertEquals(List.of(), Claims.in(text), obligation.id()));
        }
    }

    @Test
    void the_words_that_are_looked_for_would_be_found() {
        assertEquals(List.of("compliant"), Claims.in("This software is compliant."));
        assertEquals(List.of("conforme", "certifié"), Claims.in("Logiciel conforme et certifié."));
        assertEquals(List.of("Habilité"), Claims.in("Habilité par l’ANS"));
        assertEquals(List.of(), Claims.in("conformity, conformité, certificate, certificat"));
    }

    @Test
    void an_assessment_has_nothing_to_say_it_with() {
        assertEquals(
                List.of("obligations", "judged", "besides", "notes"),
                Arrays.stream(Assessment.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_blanks() {
        var french = texts(Language.FRENCH);
        var english = texts(Language.ENGLISH);

        assertEquals(french.keys(), english.keys());
        for (var key : french.keys()) {
            assertEquals(
                    blanks(english.find(key).orElseThrow()),
                    blanks(french.find(key).orElseThrow()),
                    key);
        }
    }

    @Test
    void every_check_and_every_need_has_its_texts() {
        var keys = texts(Language.FRENCH).keys();

        for (var check : Check.values()) {
            assertTrue(keys.containsAll(List.of(check.id() + ".passed", check.id() + ".failed")), check::id);
        }
        for (var need : Prerequisite.values()) {
            assertTrue(keys.contains("need." + need.name().toLowerCase(Locale.ROOT)), need::name);
        }
    }

    private static List<String> blanks(String text) {
        return BLANK.matcher(text).results().map(blank -> blank.group()).toList();
    }
}

package io.github.pscsdk.testkit.simulator.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @Test
    void both_languages_have_the_same_texts() {
        // The catalogue of professionals is in English itself.
        var french = Site.texts(Language.FRENCH).keys().stream()
                .filter(key -> !key.startsWith("persona."))
                .collect(Collectors.toCollection(TreeSet::new));
        var english = Site.texts(Language.ENGLISH).keys().stream().collect(Collectors.toCollection(TreeSet::new));

        assertEquals(french, english);
    }

    @Test
    void french_has_its_own_spaces_and_apostrophes() {
        var wrong = Site.texts(Language.FRENCH).keys().stream()
                .filter(key -> !key.equals("clock.pattern"))
                .filter(key -> Site.texts(Language.FRENCH)
                        .find(key)
                        .orElseThrow()
                        .matches("(?s).*( [:;!?»]|« |[a-zé][!?;]|'|\\.\\.\\.).*"))
                .toList();

        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource
    void every_dial_and_what_it_can_be_turned_to_is_described(Language language) {
        var undescribed = Dial.all().stream()
                .flatMap(dial -> Stream.concat(
                        Stream.of("dial." + dial.name()),
                        dial.choices().stream().map(choice -> "dial." + dial.name() + "." + choice)))
                .filter(key -> Site.texts(language).find(key).isEmpty())
                .toList();

        assertEquals(List.of(), undescribed);
    }
}

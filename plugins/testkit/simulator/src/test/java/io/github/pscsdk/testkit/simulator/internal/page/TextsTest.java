package io.github.pscsdk.testkit.simulator.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.Dial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @Test
    void french_has_its_own_spaces_and_apostrophes() {
        var wrong = Language.FR
                .keys()
                .filter(key -> !key.equals("clock.pattern"))
                .filter(key -> Language.FR.text(key).matches("(?s).*( [:;!?»]|« |[a-zé][!?;]|'|\\.\\.\\.).*"))
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
                .filter(key -> language.find(key).isEmpty())
                .toList();

        assertEquals(List.of(), undescribed);
    }
}

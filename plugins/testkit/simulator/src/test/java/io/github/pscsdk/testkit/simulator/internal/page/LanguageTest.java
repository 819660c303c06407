package io.github.pscsdk.testkit.simulator.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void both_languages_have_the_same_texts() {
        // The catalogue of professionals is in English itself.
        var french = Language.FR
                .keys()
                .filter(key -> !key.startsWith("persona."))
                .collect(Collectors.toCollection(TreeSet::new));
        var english = Language.EN.keys().collect(Collectors.toCollection(TreeSet::new));

        assertEquals(french, english);
    }

    @Test
    void a_gap_that_nothing_fills_is_an_error() {
        var template = Template.named("problem");

        assertThrows(IllegalArgumentException.class, () -> template.fill(Language.FR, Map.of()));
    }

    @Test
    void a_value_is_escaped_and_not_looked_at_for_gaps() {
        var filled = Template.named("problem").fill(Language.FR, Map.of("text", "{{t:cancel}} $1 <i>"));

        assertEquals("<p class=\"problem\" role=\"alert\">{{t:cancel}} $1 &lt;i&gt;</p>\n", filled.markup());
    }
}

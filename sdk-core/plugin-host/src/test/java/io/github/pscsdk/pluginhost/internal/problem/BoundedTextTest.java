package io.github.pscsdk.pluginhost.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTextTest {
    @Test
    void a_text_is_cut_where_it_is_longer_than_allowed_and_not_before() {
        assertEquals("abcde", BoundedText.line("abcde", 5));
        assertEquals("abcd…", BoundedText.line("abcdef", 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u001B", "\u2028", "\u2029", "\u202E", "\u200B", "\uD800"})
    void no_character_that_moves_others_comes_through(String character) {
        assertEquals("a b", BoundedText.line("a" + character + "b", 5));
    }

    @Test
    void a_soft_hyphen_and_a_letter_beyond_sixteen_bits_stay() {
        assertEquals("a\u00ADb𝄞", BoundedText.line("a\u00ADb𝄞", 5));
    }

    @Test
    void of_too_many_facts_sixty_four_stay_and_nothing_that_is_no_text() {
        var original = new HashMap<Object, Object>();
        for (var count = 0; count < 100; count++) {
            original.put("fact" + count, "x");
        }

        assertEquals(64, BoundedText.facts(original).size());
        assertEquals(Map.of(), BoundedText.facts(Map.of(1, "a number", "number", 1)));
    }
}

package io.github.pscsdk.relyingparty.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which levels of assurance a service lets people in. */
class AcrPolicyTest {
    private static final AcrPolicy SECOND = AcrPolicy.accepting(Set.of("eidas2"));

    @ParameterizedTest
    @CsvSource({"eidas2, true", "eidas1, false", "eidas3, false", "EIDAS2, false", "eidas, false", "eidas22, false"})
    void a_level_that_was_not_named_lets_nobody_in(String level, boolean accepted) {
        assertEquals(accepted, SECOND.accepts(Optional.of(level)));
        assertEquals(accepted, SECOND.orNone().accepts(Optional.of(level)), "whether or not none is taken");
    }

    @Test
    void a_token_without_a_level_lets_somebody_in_only_where_none_is_taken() {
        assertFalse(SECOND.accepts(Optional.empty()));
        assertTrue(SECOND.orNone().accepts(Optional.empty()));
        assertEquals(SECOND, AcrPolicy.accepting(Set.of("eidas2")));
        assertTrue(AcrPolicy.DEFAULT.accepts(Optional.empty()));
        assertTrue(AcrPolicy.DEFAULT.accepts(Optional.of("eidas1")));
        assertFalse(AcrPolicy.DEFAULT.accepts(Optional.of("0")));
    }

    @Test
    void a_policy_that_accepts_no_level_or_one_that_cannot_be_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of("eidas1", "not a level")));
    }

    @Test
    void a_level_has_1_to_64_characters() {
        assertTrue(AcrPolicy.accepting(Set.of("a")).accepts(Optional.of("a")));
        assertTrue(AcrPolicy.accepting(Set.of("a".repeat(64))).accepts(Optional.of("a".repeat(64))));
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of("a".repeat(65))));
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "eidas1\n", "eidas 1"})
    void a_text_with_other_characters_is_no_level(String level) {
        assertThrows(IllegalArgumentException.class, () -> AcrPolicy.accepting(Set.of(level)));
    }
}

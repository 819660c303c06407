package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeansTest {
    @ParameterizedTest
    @CsvSource({"CARD, CARD", "mobile, MOBILE", "' Identity_Broker ', IDENTITY_BROKER", "WEBAUTHN, WEBAUTHN"})
    void the_means_that_were_seen_or_announced_are_known(String authMode, String name) {
        var means = Means.named(authMode).orElseThrow();

        assertEquals(name, means.name());
        assertTrue(means.isKnown());
    }

    @Test
    void a_means_that_nobody_knows_keeps_its_name() {
        var means = Means.named("face").orElseThrow();

        assertEquals(new Means("FACE"), means);
        assertFalse(means.isKnown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "<b>", "carte\nCPS", "é"})
    void what_can_be_no_name_is_another_means_and_is_not_repeated(String authMode) {
        assertEquals(Optional.of(Means.OTHER), Means.named(authMode));
        assertThrows(IllegalArgumentException.class, () -> new Means(authMode));
    }

    @Test
    void nothing_names_no_means() {
        assertEquals(Optional.empty(), Means.named(" "));
    }
}

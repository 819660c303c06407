package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An identifier is found however it is written, and in no text without it. */
class PersonalDataTest {
    private final PersonalData personal = new PersonalData();

    PersonalDataTest() {
        personal.identifier(new NationalId("899999100011"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for 899999100011",
                "for 99999100011",
                "for 899 999 100 011",
                "for 8-99999-10001.1",
                "for 110001999998",
                "for ODk5OTk5MTAwMDEx",
                "for 383939393939313030303131",
                "for \u0668\u0669\u0669\u0669\u0669\u0669\u0661\u0660\u0660\u0660\u0661\u0661"
            })
    void in_any_spelling(String text) {
        assertEquals(true, personal.in(text).isPresent());
    }

    @Test
    void not_in_other_numbers() {
        assertEquals(Optional.empty(), personal.in("at 2030-03-17T17:46:40 for 899999100029"));
    }

    @Test
    void short_secrets_are_found_as_they_are_alone() {
        personal.secret("271828");

        assertEquals(Optional.of("the value of a secret setting"), personal.in("by 271828"));
        assertEquals(Optional.empty(), personal.in("at 27:18.28"));
    }
}

package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.rules.Finding.RuleId;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemarkTest {
    @ParameterizedTest
    @EnumSource(Remark.class)
    void is_written_in_both_languages(Remark remark) {
        assertTrue(remark.french("x").endsWith("."));
        assertTrue(remark.english("x").endsWith("."));
        assertEquals(remark.french("{0}").contains("{0}"), remark.english("{0}").contains("{0}"));
    }

    @ParameterizedTest
    @EnumSource(Remark.class)
    void in_French_has_French_apostrophes(Remark remark) {
        assertFalse(remark.french("").contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void has_no_text_that_nobody_says(Language language) {
        var said = Arrays.stream(Remark.values()).map(Remark::key).collect(Collectors.toSet());

        assertEquals(said, Texts.beside(Remark.class, "remarks", language).keys());
        assertEquals(Remark.values().length, said.size());
    }

    @ParameterizedTest
    @EnumSource(RuleId.class)
    void every_rule_has_something_to_say_in_the_severities_of_the_reference(RuleId rule) {
        var severities = Arrays.stream(Remark.values())
                .filter(remark -> remark.rule() == rule)
                .map(Remark::severity)
                .collect(Collectors.toSet());

        switch (rule) {
            case V_RPPS, V_SIREN, V_TXT -> assertEquals(Set.of(Severity.W), severities);
            // The reference warns of modes alone; that one was spelt anew is told too.
            case V_RDV, V_LIST -> assertEquals(Set.of(Severity.W, Severity.N), severities);
            case V_FINESS, V_INSEE -> assertEquals(Set.of(Severity.E), severities);
            case V_CP, V_GEO, V_HOR, V_TEL -> assertEquals(Set.of(Severity.E, Severity.W, Severity.N), severities);
            case V_IDN, V_URL, V_DATE, V_OFFRE -> assertEquals(Set.of(Severity.E, Severity.N), severities);
        }
    }

    @Test
    void a_value_in_a_text_is_not_searched_for_places() {
        assertEquals("Address kept as {0}$1\\.", Remark.URL_STORED.english("{0}$1\\"));
    }
}

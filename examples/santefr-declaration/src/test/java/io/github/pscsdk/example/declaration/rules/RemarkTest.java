package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemarkTest {
    @ParameterizedTest
    @EnumSource(Remark.class)
    void is_written_in_both_languages(Remark remark) {
        assertTrue(remark.text("x").french().endsWith("."));
        assertTrue(remark.text("x").english().endsWith("."));
        assertEquals(
                remark.text("{0}").french().contains("{0}"),
                remark.text("{0}").english().contains("{0}"));
    }

    @ParameterizedTest
    @EnumSource(Remark.class)
    void in_French_has_French_apostrophes(Remark remark) {
        assertFalse(remark.text("").french().contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void has_no_text_that_nobody_says(Language language) {
        var said = Arrays.stream(Remark.values()).map(Remark::key).collect(Collectors.toSet());

        assertEquals(said, Texts.beside(Remark.class, "remarks", language).keys());
        assertEquals(Remark.values().length, said.size());
    }

    @Test
    void every_rule_has_a_title_and_something_to_say_in_the_severities_of_the_reference() {
        // The reference warns of modes of appointment alone; that one was spelt anew is told too.
        var expected = Map.ofEntries(
                Map.entry("V-RPPS", "W"),
                Map.entry("V-SIREN", "W"),
                Map.entry("V-TXT", "W"),
                Map.entry("V-RDV", "WN"),
                Map.entry("V-LIST", "WN"),
                Map.entry("V-FINESS", "E"),
                Map.entry("V-INSEE", "E"),
                Map.entry("V-CP", "EWN"),
                Map.entry("V-GEO", "EWN"),
                Map.entry("V-HOR", "EWN"),
                Map.entry("V-TEL", "EWN"),
                Map.entry("V-IDN", "EN"),
                Map.entry("V-URL", "EN"),
                Map.entry("V-DATE", "EN"),
                Map.entry("V-OFFRE", "EN"));
        var severities = Arrays.stream(Remark.values())
                .collect(Collectors.groupingBy(
                        Remark::rule,
                        Collectors.mapping(
                                Remark::severity,
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new),
                                        all -> all.stream().map(Enum::name).collect(Collectors.joining())))));

        assertEquals(expected, severities);
        for (var language : Language.values()) {
            assertTrue(Finding.title("V-CSV", language).isPresent());
            severities
                    .keySet()
                    .forEach(rule -> assertTrue(Finding.title(rule, language).isPresent(), rule));
        }
    }

    @Test
    void a_value_in_a_text_is_not_searched_for_places() {
        assertEquals(
                "Address kept as {0}$1\\.", Remark.URL_STORED.text("{0}$1\\").english());
    }
}

package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemarkTest {
    private static final Pattern NAMED = Pattern.compile("\"(V-[A-Z]+\\.[a-z-]*[a-z])\"");

    static Set<String> remarks() {
        return Finding.SEVERITIES.keySet();
    }

    @ParameterizedTest
    @MethodSource("remarks")
    void is_written_in_both_languages(String remark) {
        assertTrue(Finding.text(remark, "x").french().endsWith("."));
        assertTrue(Finding.text(remark, "x").english().endsWith("."));
        assertEquals(
                Finding.text(remark, "{0}").french().contains("{0}"),
                Finding.text(remark, "{0}").english().contains("{0}"));
    }

    @ParameterizedTest
    @MethodSource("remarks")
    void in_French_has_French_apostrophes(String remark) {
        assertFalse(Finding.text(remark, "").french().contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void has_no_text_that_nobody_says(Language language) {
        assertEquals(
                Finding.SEVERITIES.keySet(),
                Texts.beside(Finding.class, "remarks", language).keys());
    }

    @Test
    void that_the_code_names_exists_and_the_code_names_every_one() throws IOException {
        var named = new TreeSet<String>();
        for (var sources : List.of("src/main/java", "../santefr-import/src/main/java")) {
            try (var files = Files.walk(Path.of(sources))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    NAMED.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
                }
            }
        }
        // Those that are named by the constant of an enum.
        Arrays.stream(DayHours.Reason.values()).forEach(reason -> named.add("V-HOR." + KebabCase.of(reason)));
        Arrays.stream(OfferKind.values()).forEach(kind -> named.add("V-OFFRE.no-" + kind.text()));

        assertEquals(new TreeSet<>(Finding.SEVERITIES.keySet()), named);
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
                // A testing site that writes that it has no number is told that none was taken.
                Map.entry("V-FINESS", "EN"),
                Map.entry("V-CSV", "EN"),
                Map.entry("V-INSEE", "E"),
                Map.entry("V-CP", "EWN"),
                Map.entry("V-GEO", "EWN"),
                Map.entry("V-HOR", "EWN"),
                Map.entry("V-TEL", "EWN"),
                Map.entry("V-IDN", "EN"),
                Map.entry("V-URL", "EN"),
                Map.entry("V-DATE", "EN"),
                Map.entry("V-OFFRE", "EN"));
        var severities = new HashMap<String, String>();
        for (var remark : remarks()) {
            var rule = remark.substring(0, remark.indexOf('.'));
            severities.put(
                    rule,
                    Finding.SEVERITIES.entrySet().stream()
                            .filter(other -> other.getKey().startsWith(rule + "."))
                            .map(Map.Entry::getValue)
                            .distinct()
                            .sorted()
                            .map(Enum::name)
                            .collect(Collectors.joining()));
        }

        assertEquals(expected, severities);
        for (var language : Language.values()) {
            severities
                    .keySet()
                    .forEach(rule -> assertTrue(Finding.title(rule, language).isPresent(), rule));
        }
    }

    @Test
    void a_value_in_a_text_is_not_searched_for_places() {
        assertEquals(
                "Address kept as {0}$1\\.",
                Finding.text("V-URL.stored", "{0}$1\\").english());
    }
}

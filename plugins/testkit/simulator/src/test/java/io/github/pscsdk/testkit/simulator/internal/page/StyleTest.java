package io.github.pscsdk.testkit.simulator.internal.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {
    private static final String STYLE = Site.file("style.css");
    private static final Map<String, String> COLOURS = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});")
            .matcher(STYLE)
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, ground",
        "ink, wash",
        "soft, paper",
        "soft, ground",
        "soft, wash",
        "teal, paper",
        "teal, ground",
        "teal, wash",
        "teal-dark, paper",
        "teal-dark, wash",
        "paper, teal",
        "paper, teal-dark",
        "red, paper",
        "red, red-wash",
        "green, green-wash",
        "amber, amber-wash"
    })
    void text_stands_out(String text, String ground) {
        assertTrue(contrast(text, ground) >= 4.5, () -> text + " on " + ground + ": " + contrast(text, ground));
    }

    @ParameterizedTest
    @CsvSource({"focus, paper", "focus, ground", "focus, wash", "edge, paper", "red, paper", "teal, paper"})
    void edges_and_focus_stand_out(String line, String ground) {
        assertTrue(contrast(line, ground) >= 3, () -> line + " on " + ground + ": " + contrast(line, ground));
    }

    @Test
    void colours_are_told_in_one_place() {
        var rules = STYLE.substring(STYLE.indexOf('}'));

        assertFalse(rules.matches("(?s).*#[0-9a-f]{3,6}\\b.*"), rules);
    }

    @Test
    void whatever_is_pressed_is_44_pixels_high() {
        assertTrue(STYLE.matches("(?s).*button, \\.button \\{[^}]*min-height: 2\\.75rem.*"));
        assertTrue(STYLE.matches("(?s).*\\.bar a \\{[^}]*min-height: 2\\.75rem.*"));
        assertTrue(STYLE.matches("(?s).*\\.again a \\{[^}]*min-height: 2\\.75rem.*"));
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String one, String other) {
        var a = luminance(COLOURS.get(one));
        var b = luminance(COLOURS.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(part ->
                        weights[part] * linear(Integer.parseInt(colour.substring(2 * part, 2 * part + 2), 16)))
                .sum();
    }

    private static double linear(int value) {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

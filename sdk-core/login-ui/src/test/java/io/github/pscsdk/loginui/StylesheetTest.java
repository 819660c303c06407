package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StylesheetTest {
    private static final String SHEET = HtmlButton.stylesheet();

    private static String rule(String selector) {
        var rule = Pattern.compile("(?m)^" + Pattern.quote(selector) + " \\{([^}]*)}")
                .matcher(SHEET);
        assertTrue(rule.find(), selector);
        return rule.group(1);
    }

    private static Color color(String selector, String property) {
        var value = Pattern.compile("(?:^|[\\s;])" + property + ":[^;]*(#[0-9a-f]+)")
                .matcher(rule(selector));
        assertTrue(value.find(), property);
        var digits = value.group(1);
        return Color.decode(digits.length() == 4 ? digits.replaceAll("([0-9a-f])", "$1$1") : digits);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(Color one, Color other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    @Test
    void the_wording_stands_out_from_the_button_at_rest_and_under_the_pointer() {
        var text = color(".psc-login-button", "color");

        assertTrue(contrast(text, color(".psc-login-button", "background")) >= 7);
        assertTrue(contrast(text, color(".psc-login-button:hover", "background")) >= 7);
    }

    @Test
    void the_focus_stands_out_from_a_white_page_and_from_a_black_one() {
        var ring = color(".psc-login a:focus-visible", "outline");

        assertTrue(contrast(ring, Color.WHITE) >= 3);
        assertTrue(contrast(ring, Color.BLACK) >= 3);
    }

    @Test
    void the_sheet_and_the_markup_speak_of_the_same_classes() {
        var button = PscButton.html(URI.create("/login"));
        var marked = Pattern.compile("class=\"([^\"]+)\"")
                .matcher(button.markup()
                        + button.withArtwork(URI.create("/i.png")).markup())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var styled = Pattern.compile("\\.(psc[a-z-]*)")
                .matcher(SHEET)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(marked, styled);
        assertEquals(Set.of("psc-login", "psc-login-artwork", "psc-login-button", "psc-login-more"), styled);
    }

    @Test
    void the_sheet_loads_nothing() {
        assertFalse(SHEET.contains("url("));
        assertFalse(SHEET.contains("@import"));
    }
}

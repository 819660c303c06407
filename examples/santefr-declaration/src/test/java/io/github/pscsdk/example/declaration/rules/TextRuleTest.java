package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '"',
            value = {
                "\"Entrée par la cour\" > \"Entrée par la cour | \"",
                "\"  Entrée par la cour \" > \"Entrée par la cour | \"",
                "\"<strong>Sans</strong> rendez-vous\" > \"Sans rendez-vous | V-TXT.cleaned W\"",
                "\"L&#039;entrée &amp; la cour\" > \"L'entrée & la cour | V-TXT.cleaned W\"",
                "\"&lt;script&gt;x&lt;/script&gt;\" > \"x | V-TXT.cleaned W\"",
                "\"&amp;lt;b&amp;gt;\" > \"- | V-TXT.cleaned W\"",
                "\"moins de 5 < 10\" > \"moins de 5 < 10 | \"",
                "\"ligne 1\nligne 2\" > \"ligne 1 ligne 2 | V-TXT.cleaned W\"",
                "\"sonner\u0007\" > \"sonner | V-TXT.cleaned W\"",
                "\"écrire à accueil@example.fr\" > \"écrire à accueil@example.fr | V-TXT.email W\"",
                "\"appeler le 06 12 34 56 78\" > \"appeler le 06 12 34 56 78 | V-TXT.mobile W\"",
                "\"appeler le +33712345678\" > \"appeler le +33712345678 | V-TXT.mobile W\"",
                "\"appeler le 03 12 34 56 78\" > \"appeler le 03 12 34 56 78 | \"",
                "\"référence 20612345678901\" > \"référence 20612345678901 | \"",
            })
    void leaves_plain_text_and_warns_of_private_details(String raw, String expected) {
        var line = Checked.line(raw, TextRule.TEXT);

        assertEquals(expected, line);
    }

    @Test
    void warns_above_500_characters_and_shortens_nothing() {
        var longest = "é".repeat(500);
        var longer = longest + "é";

        var accepted = Checked.line(longest, TextRule.TEXT);
        var warned = Checked.line(longer, TextRule.TEXT);

        assertEquals(longest + " | ", accepted);
        assertEquals(longer + " | V-TXT.too-long W", warned);
    }

    @Test
    void warns_of_a_needed_text_that_is_missing_or_vanishes() {
        var missing = Checked.line(null, TextRule.NEEDED);
        var vanishing = Checked.line("<br>", TextRule.NEEDED);

        assertEquals("- | V-TXT.missing W", missing);
        assertEquals("- | V-TXT.cleaned W, V-TXT.missing W", vanishing);
    }
}

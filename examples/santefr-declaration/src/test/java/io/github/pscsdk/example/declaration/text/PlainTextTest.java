package io.github.pscsdk.example.declaration.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "<b",
        "<!--",
        "-->",
        "&",
        ";",
        "&lt;",
        "&gt;",
        "&amp;",
        "#",
        "&#60;",
        "&#x3C;",
        "&#10;",
        "&#0;",
        "&#55296;",
        "&#1114112;",
        "&eacute;",
        "&inconnu;",
        "a",
        "é",
        " ",
        "\n",
        "\u0001",
        "\u2028",
        "39"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>Sans</p> rendez-vous | Sans rendez-vous",
                "L&#039;entr&eacute;e | L'entrée",
                "&#x27;x&#39; | 'x'",
                "R&D | R&D",
                "a &inconnu; b | a &inconnu; b",
                "a&#55296;b | ab",
                "1 < 2 > 0 | 1 < 2 > 0",
                "a<!-- note -->b | ab"
            })
    void is_what_a_browser_would_show(String html, String plain) {
        assertEquals(plain, PlainText.of(html));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void making_it_plain_again_changes_nothing(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++) {
            var html = new StringBuilder();
            for (var pieces = random.nextInt(14); pieces > 0; pieces--) {
                html.append(PIECES[random.nextInt(PIECES.length)]);
            }

            var plain = PlainText.of(html.toString());

            assertEquals(plain, PlainText.of(plain), () -> "seed " + seed + ": " + html);
        }
    }
}

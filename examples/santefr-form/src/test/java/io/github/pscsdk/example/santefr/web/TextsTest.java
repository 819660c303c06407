package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    /** What looks like a key in a template or in the code of the pages. */
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)*)\"");

    @Test
    void both_languages_say_the_same_things() {
        assertEquals(
                Frame.texts(Language.FRENCH).keys(),
                Frame.texts(Language.ENGLISH).keys());
    }

    @Test
    void every_text_is_used() throws Exception {
        var used = quoted();
        // Made of a notice, and of a message with its title.
        used.addAll(Set.of(
                "home.session-over",
                "home.input-kept",
                "home.not-handed-over",
                "home.ended-by-psc",
                "home.login-needed"));
        var unused = new TreeSet<>(Frame.texts(Language.FRENCH).keys());
        unused.removeAll(used);
        // Made of the names of fields, values, states and notices; who lacks one breaks a page.
        unused.removeIf(
                key -> key.matches(
                        "(note|offer|layout|outcome|count|more|errors|means|rights|edit\\.(add|remove)|(dossier|guide|list)\\.notice)\\..*"));
        unused.removeIf(key -> key.endsWith(".title") && used.contains(key.substring(0, key.lastIndexOf('.'))));

        assertEquals(Set.of(), unused);
    }

    @Test
    void every_text_that_a_template_asks_for_is_there() throws Exception {
        var asked = Pattern.compile("page\\.text\\(\"([^\"]+[^.\"])\"");
        try (var templates = Files.list(MAIN.resolve("jte"))) {
            for (var template : templates.toList()) {
                for (var match :
                        asked.matcher(Files.readString(template)).results().toList()) {
                    var key = match.group(1);
                    assertTrue(Frame.texts(Language.FRENCH).find(key).isPresent(), () -> template + " asks for " + key);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_text_is_empty(Language language) {
        Frame.texts(language)
                .keys()
                .forEach(key -> assertFalse(
                        Frame.texts(language).find(key).orElseThrow().isBlank(), key));
    }

    @Test
    void french_puts_no_space_that_breaks_before_a_high_sign_and_no_straight_apostrophe() {
        for (var key : Frame.texts(Language.FRENCH).keys()) {
            var text = Frame.texts(Language.FRENCH).find(key).orElseThrow();
            assertFalse(text.matches(".* [:;!?].*"), key);
            assertFalse(!key.equals("time.pattern") && text.contains("'"), key);
        }
    }

    private static Set<String> quoted() throws Exception {
        try (var files = Files.walk(MAIN)) {
            var sources = files.filter(file -> file.toString().matches(".*(\\.jte|web/.*\\.java)"))
                    .toList();
            var found = new TreeSet<String>();
            for (var source : sources) {
                found.addAll(QUOTED.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()));
            }
            return found;
        }
    }
}

package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Path TEXTS = MAIN.resolve("resources/io/github/pscsdk/example/practiceweb");
    /** What looks like a key in a template or in the code. */
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)*)\"");

    private static final Pattern ASKED =
            Pattern.compile("page\\.(?:text|moment)\\((?:[^\"()]*\\(\\), )?\"([^\"]+)\"[,)]");

    private final Properties french = read("texts.properties");
    private final Properties english = read("texts_en.properties");

    @Test
    void both_languages_say_the_same_things() {
        assertEquals(french.stringPropertyNames(), english.stringPropertyNames());
    }

    @Test
    void every_text_is_used() throws Exception {
        var used = sources(".*\\.(jte|java)", QUOTED);
        var unused = new TreeSet<>(french.stringPropertyNames());
        unused.removeAll(used);
        // Made of the name of a part of the form, of a number, of a template, or of another text.
        unused.removeIf(
                key -> key.matches(
                        "(more\\.(place|offer|hours|contact)|means\\.(card|mobile|identity-broker|webauthn)|errors\\.(one|many))"));
        unused.removeIf(key -> key.endsWith(".title") && isTitle(key.substring(0, key.lastIndexOf('.')), used));

        assertEquals(Set.of(), unused);
    }

    private static boolean isTitle(String owner, Set<String> used) {
        return used.contains(owner) || Files.exists(MAIN.resolve("jte").resolve(owner + ".jte"));
    }

    @Test
    void every_text_that_a_template_asks_for_is_there() throws Exception {
        var asked = sources(".*\\.jte", ASKED);

        assertTrue(asked.size() > 40, asked::toString);
        for (var key : asked) {
            assertTrue(french.containsKey(key) || key.endsWith("."), key);
        }
    }

    @Test
    void no_text_is_empty() {
        french.values().forEach(text -> assertFalse(text.toString().isBlank()));
        english.values().forEach(text -> assertFalse(text.toString().isBlank()));
    }

    @Test
    void french_puts_no_space_that_breaks_before_a_high_sign_and_no_straight_apostrophe() {
        for (var key : french.stringPropertyNames()) {
            var text = french.getProperty(key);
            assertFalse(text.matches(".* [:;!?»].*"), key);
            assertFalse(!key.endsWith(".pattern") && text.contains("'"), key);
        }
    }

    private static Set<String> sources(String names, Pattern pattern) throws IOException {
        try (var files = Files.walk(MAIN)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(path -> path.toString().matches(names)).toList()) {
                found.addAll(pattern.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()));
            }
            return found;
        }
    }

    private static Properties read(String file) {
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every French text for people, of every problem and of every page and window, is typeset as French is. */
class FrenchTextsTest {
    private static final String ENGLISH = "_en.properties";

    @TestFactory
    Stream<DynamicTest> every_french_text_is_typeset_as_french_is() {
        return files().map(file -> DynamicTest.dynamicTest(
                Repository.ROOT.relativize(file).toString(), () -> assertEquals(List.of(), faults(file))));
    }

    @Test
    void the_texts_of_every_problem_are_among_them() {
        var enums = Repository.files(".java").stream()
                .filter(file -> file.toString().contains("src/main"))
                .filter(file -> Repository.read(file.toString()).matches("(?s).*enum \\w+ implements Problem\\b.*"))
                .toList();

        assertTrue(enums.size() >= 7, enums::toString);
        for (var problem : enums) {
            var folder = problem.getParent().toString().replace("src/main/java", "src/main/resources");
            assertTrue(files().anyMatch(Path.of(folder, "problems_fr.properties")::equals), folder);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l'heure",
                "Pourquoi ?",
                "Pourquoi?",
                "Fin ; suite",
                "Fin\u202f; suite",
                "Note : rien",
                "Note: rien",
                "« oui\u00a0»",
                "«\u00a0oui »",
                "(vraiment ?)"
            })
    void what_is_not_is_found(String text) {
        assertFalse(FrenchTypography.faults(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L’heure\u00a0: 8:30, sur https://exemple.fr/?a=b;c! ou «\u00a0plus tard\u00a0»\u00a0?",
                "Lancez psc-lab simulate --bind 127.0.0.1:8080."
            })
    void what_is_stays_unblamed(String text) {
        assertEquals(List.of(), FrenchTypography.faults(text));
    }

    /** Beside each English file, the one with its name and {@code _fr}, or the one with no language. */
    private static Stream<Path> files() {
        return Repository.files(ENGLISH).stream()
                .filter(file -> file.toString().contains("src/main/resources"))
                .map(english -> Stream.of("_fr.properties", ".properties")
                        .map(ending -> english.resolveSibling(
                                english.getFileName().toString().replace(ENGLISH, ending)))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no French beside " + english)));
    }

    private static List<String> faults(Path file) {
        var texts = new Properties();
        try (var in = new StringReader(Files.readString(file))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertFalse(texts.isEmpty());
        return texts.stringPropertyNames().stream()
                // What Java reads as a pattern of a date quotes letters its own way.
                .filter(key -> !key.endsWith(".pattern"))
                .sorted()
                .flatMap(key ->
                        FrenchTypography.faults(texts.getProperty(key)).stream().map(fault -> key + ": " + fault))
                .toList();
    }
}

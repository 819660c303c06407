package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Numbers are written with the same digits on a machine set to any language: where {@code %d} is, a locale is named. */
class DigitsTest {
    private static final Pattern STATEMENT = Pattern.compile(";\\R");
    private static final Pattern NUMBER = Pattern.compile("%[-+,(0]*\\d*d");

    @Test
    void a_format_with_a_number_names_its_locale() {
        var sources = Repository.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
        assertTrue(sources.size() > 500, () -> sources.size() + " sources");

        assertEquals(
                List.of(),
                sources.stream()
                        .filter(file -> leavesDigitsToTheMachine(text(file)))
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .toList());
    }

    @Test
    void it_sees_one_that_names_none() {
        assertTrue(leavesDigitsToTheMachine("return \"%03d\".formatted(number);\n"));
        assertFalse(leavesDigitsToTheMachine("return String.format(Locale.ROOT, \"%03d\", number);\n"));
    }

    private static boolean leavesDigitsToTheMachine(String source) {
        return Arrays.stream(STATEMENT.split(source))
                .anyMatch(statement -> NUMBER.matcher(statement).find() && !statement.contains("Locale"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

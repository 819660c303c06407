package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the project says in English it says in French, with the same blanks to fill in. */
class TextPairsTest {
    private static final Pattern BLANK = Pattern.compile("\\{[^}]*}");
    private static final Pattern OTHER_BLANK = Pattern.compile("%(\\d+\\$)?[-,0-9.]*[sdn%]|\\{[^}\\d]*}");

    static Stream<Path> english() {
        return Repository.files("_en.properties").stream();
    }

    @ParameterizedTest
    @MethodSource("english")
    void both_languages_have_the_same_texts_with_the_same_blanks(Path file) throws Exception {
        var english = texts(file);
        var french = texts(french(file));

        assertEquals(english.stringPropertyNames(), french.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertEquals(blanks(english.getProperty(key)), blanks(french.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void a_blank_has_a_number_in_braces(Path file) throws Exception {
        for (var text : texts(file).values()) {
            assertFalse(OTHER_BLANK.matcher((String) text).find(), (String) text);
        }
    }

    @Test
    void every_module_was_looked_at() {
        assertTrue(english().count() > 12, () -> "only " + english().toList());
    }

    /** Where French is what any language gets, its file has no suffix. */
    private static Path french(Path english) {
        var name = english.getFileName().toString();
        var french = english.resolveSibling(name.replace("_en.", "_fr."));
        return Files.exists(french) ? french : english.resolveSibling(name.replace("_en.", "."));
    }

    private static Properties texts(Path file) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }

    private static List<String> blanks(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}

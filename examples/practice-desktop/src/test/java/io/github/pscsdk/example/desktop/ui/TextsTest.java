package io.github.pscsdk.example.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern BLANK = Pattern.compile("\\{\\d}");
    private static final Texts FRENCH = MainWindow.texts(Language.FRENCH);
    private static final Texts ENGLISH = MainWindow.texts(Language.ENGLISH);

    @Test
    void both_languages_have_the_same_texts_with_the_same_blanks() {
        assertEquals(FRENCH.keys(), ENGLISH.keys());

        for (var key : FRENCH.keys()) {
            assertEquals(blanks(FRENCH, key), blanks(ENGLISH, key), key);
        }
    }

    private static List<String> blanks(Texts texts, String key) {
        return BLANK.matcher(texts.find(key).orElseThrow())
                .results()
                .map(blank -> blank.group())
                .toList();
    }

    @Test
    void each_problem_has_its_steps() {
        for (var problem : DesktopProblem.values()) {
            assertTrue(problem.remedy(Locale.FRENCH).steps().size() > 1, problem::code);
            assertTrue(problem.remedy(Locale.ENGLISH).steps().size() > 1, problem::code);
        }
    }

    @Test
    void french_is_set_as_french_is() {
        var texts = Stream.concat(
                FRENCH.keys().stream().map(key -> FRENCH.find(key).orElseThrow()),
                Arrays.stream(DesktopProblem.values()).flatMap(problem -> {
                    var remedy = problem.remedy(Locale.FRENCH);
                    return Stream.concat(Stream.of(remedy.title()), remedy.steps().stream());
                }));

        texts.forEach(text -> {
            assertTrue(!text.matches(".*[ \\p{L}][:;!?»].*"), text);
            assertTrue(!text.matches(".*(« |').*"), text);
        });
    }
}

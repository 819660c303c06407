package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginGuide;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say the same things, and French is written as it is printed. */
class GuideTextsTest {
    private static final List<LoginGuide.Step> FRENCH =
            SantefrGuide.in(Locale.CANADA_FRENCH).steps();
    private static final List<LoginGuide.Step> ENGLISH =
            SantefrGuide.in(Locale.GERMAN).steps();

    // A space that a line may break at before a mark or inside quotes, or none at all; the apostrophe of typewriters.
    private static final Pattern SLIP = Pattern.compile("[^\u00a0:;!?][;!?»]|[^\u00a0]»|«[^\u00a0]|[ ]:|'|\\.\\.\\.");

    static Stream<String> frenchTexts() {
        return FRENCH.stream().flatMap(GuideTextsTest::texts);
    }

    @Test
    void both_languages_have_the_same_tree_with_as_many_texts() {
        assertEquals(
                FRENCH.stream().map(GuideTextsTest::shape).toList(),
                ENGLISH.stream().map(GuideTextsTest::shape).toList());
    }

    @Test
    void no_sentence_is_left_untranslated() {
        for (var step = 0; step < FRENCH.size(); step++) {
            assertNotEquals(FRENCH.get(step).title(), ENGLISH.get(step).title());
            for (var line = 0; line < FRENCH.get(step).steps().size(); line++) {
                assertNotEquals(
                        FRENCH.get(step).steps().get(line).text(),
                        ENGLISH.get(step).steps().get(line).text());
            }
        }
    }

    @Test
    void no_text_is_blank_in_either_language() {
        assertTrue(Stream.concat(FRENCH.stream(), ENGLISH.stream())
                .flatMap(GuideTextsTest::texts)
                .noneMatch(String::isBlank));
    }

    @ParameterizedTest
    @MethodSource("frenchTexts")
    void french_is_written_as_it_is_printed(String text) {
        assertFalse(SLIP.matcher(text.replace("https://", "")).find(), text);
    }

    private static List<Object> shape(LoginGuide.Step step) {
        return List.of(
                step.id(),
                step.isQuestion(),
                step.steps().size(),
                step.notes().size(),
                step.links().stream().map(LoginGuide.Part::address).toList(),
                step.contacts().stream().map(LoginGuide.Contact::professions).toList(),
                step.choices().stream()
                        .map(choice -> choice.id() + " " + choice.next())
                        .toList());
    }

    private static Stream<String> texts(LoginGuide.Step step) {
        return Stream.of(
                        List.of(step.title(), step.source()),
                        step.steps().stream().map(LoginGuide.Part::text).toList(),
                        step.notes().stream().map(LoginGuide.Part::text).toList(),
                        step.links().stream().map(LoginGuide.Part::text).toList(),
                        step.contacts().stream().map(LoginGuide.Contact::label).toList(),
                        step.contacts().stream()
                                .flatMap(contact -> contact.delay().stream())
                                .toList(),
                        step.choices().stream().map(LoginGuide.Choice::label).toList())
                .flatMap(Collection::stream);
    }
}

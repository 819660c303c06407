package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was typed is kept before it is judged: every field is found again as it was left, whichever button was pressed. */
class KeptTypingTest {
    private static final Pattern LINE = Pattern.compile(
            "<input [^>]*type=\"(text|tel|email|url|date)\"[^>]*? name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern AREA =
            Pattern.compile("<textarea ()[^>]*name=\"([^\"]+)\"[^>]*>\\s*([^<]*)</textarea>");
    private static final Pattern BOX =
            Pattern.compile("<input type=\"(?:radio|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"( checked)?");

    private static final List<String> STEPS = List.of("place", "offer", "hours", "contact");
    private static final List<String> BUTTONS =
            List.of("save", "next", "lay-out-0", "back", "add-vaccination", "language");

    private final WebLab lab = WebLab.shared();

    static Stream<Arguments> everyButtonOfEveryStep() {
        return STEPS.stream().flatMap(step -> BUTTONS.stream().map(button -> Arguments.of(step, button)));
    }

    @ParameterizedTest
    @MethodSource("everyButtonOfEveryStep")
    @Tag("long")
    void every_field_is_found_again_on_any_step_whatever_is_wrong_with_some(String step, String button)
            throws Exception {
        assertFoundAgain(step, button);
    }

    /** Each button, and each step. */
    static Stream<Arguments> everyButtonAndEveryStep() {
        return IntStream.range(0, BUTTONS.size())
                .mapToObj(i -> Arguments.of(STEPS.get(i % STEPS.size()), BUTTONS.get(i)));
    }

    @ParameterizedTest
    @MethodSource("everyButtonAndEveryStep")
    void every_field_is_found_again_whatever_is_wrong_with_some(String step, String button) throws Exception {
        assertFoundAgain(step, button);
    }

    private void assertFoundAgain(String step, String button) throws Exception {
        var declarant = Declarant.loggedIn(lab);
        declarant.begin("testing");
        declarant.save(declarant.step("offer"), Map.of(), "add-vaccination");
        var form = declarant.step(step);
        var typed = typedEverywhere(form);

        var answer = declarant.save(form, typed, button);
        var later = declarant.visitor.get(declarant.dossier("/" + step + "?lang=en"));

        assertEquals(200, answer.status());
        assertEquals(typed, shown(later));
    }

    @Test
    void a_text_as_long_as_a_form_may_be_is_kept_and_shown_again() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        declarant.begin("testing");
        var typed = "typed ".repeat(40_000).strip();

        var answer = declarant.save(declarant.step("contact"), Map.of("offers[0].details", typed), "stay");

        assertEquals(200, answer.status());
        assertTrue(answer.text().contains(typed));
        assertEquals(200, declarant.mine().status());
    }

    @Test
    void the_kinds_of_offer_stay_ticked_where_the_place_is_still_to_be_chosen() throws Exception {
        lab.seat("899999100037");
        var declarant = Declarant.loggedIn(lab);
        var fields = new HashMap<>(declarant.mine().fields());
        fields.put("kind", "testing");

        var asked = declarant.post(lab.page("/mine"), fields);

        assertTrue(asked.text().contains("name=\"kind\" value=\"testing\" checked"), asked.text());
        assertTrue(asked.text().contains("id=\"place-notes\""), asked.text());
    }

    /** Something in every field of a form, in the last box of each choice, and on every day. */
    private static Map<String, Object> typedEverywhere(Page form) {
        var typed = new TreeMap<String, Object>();
        Stream.of(LINE, AREA)
                .flatMap(pattern -> pattern.matcher(form.text()).results())
                .forEach(field -> typed.put(field.group(2), "typed " + typed.size()));
        BOX.matcher(form.text()).results().forEach(box -> typed.put(box.group(1), List.of(box.group(2))));
        typed.computeIfPresent(
                "open",
                (open, last) -> BOX.matcher(form.text())
                        .results()
                        .map(box -> box.group(2))
                        .toList());
        return typed;
    }

    private static Map<String, Object> shown(Page form) {
        var shown = new TreeMap<String, Object>();
        Stream.of(LINE, AREA)
                .flatMap(pattern -> pattern.matcher(form.text()).results())
                .filter(field -> !field.group(3).isBlank())
                .forEach(field -> shown.put(field.group(2), field.group(3)));
        BOX.matcher(form.text())
                .results()
                .filter(box -> box.group(3) != null)
                .collect(Collectors.groupingBy(
                        box -> box.group(1), Collectors.mapping(box -> box.group(2), Collectors.toList())))
                .forEach(shown::put);
        return shown;
    }
}

package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was typed is kept before it is judged: every field is found again as it was left, whichever button was pressed. */
class KeptTypingTest {
    private static final Pattern LINE =
            Pattern.compile("<input [^>]*type=\"text\"[^>]*? name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern AREA = Pattern.compile("<textarea [^>]*name=\"([^\"]+)\"[^>]*>\\s*([^<]*)</textarea>");
    private static final Pattern BOX =
            Pattern.compile("<input type=\"(?:radio|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"( checked)?");
    private static final Map<String, String> UNREADABLE = Map.of(
            "offers[0].hours.monday[1].to", "",
            "offers[0].hours.friday[1].from", "25:61",
            "offers[0].phone", "call me",
            "opensOn", "tomorrow",
            "place.latitude", "north");

    @AutoClose
    private final WebLab lab;

    KeptTypingTest(@TempDir Path folder) throws Exception {
        lab = WebLab.open(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "continue", "add-testing", "add-vaccination", "lay-out-0", "remove-1"})
    void every_field_is_found_again_whatever_is_wrong_with_some(String button) throws Exception {
        var declarant = Declarant.loggedIn(lab);
        var typed = typedEverywhere(declarant.save(declarant.begin("testing"), Map.of(), "add-vaccination"));
        typed.putAll(UNREADABLE);

        var answer = declarant.save(declarant.visitor.get(declarant.dossier("/edit")), typed, button);
        var later = declarant.visitor.get(declarant.dossier("/edit?lang=en"));

        if (button.startsWith("remove")) {
            typed.keySet().removeIf(name -> name.startsWith("offers[1]"));
        }
        assertEquals(200, answer.status());
        assertEquals(typed, shown(answer, typed));
        assertEquals(typed, shown(later, typed));
    }

    @Test
    void a_text_as_long_as_a_form_may_be_is_kept_and_shown_again() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        var form = declarant.begin("testing");
        var typed = "typed ".repeat(40_000).strip();

        var answer = declarant.save(form, Map.of("offers[0].details", typed), "save");

        assertEquals(200, answer.status());
        assertTrue(answer.text().contains(typed));
        assertEquals(200, declarant.mine().status());
    }

    @Test
    void half_a_range_that_is_kept_is_still_an_error_and_nothing_that_is_handed_over() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        var form = declarant.begin("testing");
        var fields = new HashMap<>(Declarant.FLAWLESS);
        fields.put("offers[0].hours.friday[1].from", "14h00");

        declarant.save(form, fields, "save");
        var preview = declarant.visitor.follow(declarant.visitor.get(declarant.dossier("/preview")));

        assertTrue(preview.text().contains("id=\"offers-0-hours-friday-notes\""), preview.text());
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

    /** Something in every field of a form, in the last box of each choice. */
    private static Map<String, String> typedEverywhere(Page form) {
        var typed = new TreeMap<String, String>();
        Stream.of(LINE, AREA)
                .flatMap(pattern -> pattern.matcher(form.text()).results())
                .forEach(field -> typed.put(field.group(1), "typed " + typed.size()));
        BOX.matcher(form.text()).results().forEach(box -> typed.put(box.group(1), box.group(2)));
        var hour = 6;
        for (var name : typed.keySet()) {
            if (name.matches(".*\\]\\.(from|to)")) {
                // Within a day, the times go on from one range to the next.
                hour = hour > 20 ? 6 : hour;
                typed.put(name, String.format("%02d:15", hour++));
            }
        }
        return typed;
    }

    private static Map<String, String> shown(Page form, Map<String, String> typed) {
        var shown = new TreeMap<String, String>();
        Stream.of(LINE, AREA)
                .flatMap(pattern -> pattern.matcher(form.text()).results())
                .forEach(field -> shown.put(field.group(1), field.group(2)));
        BOX.matcher(form.text())
                .results()
                .filter(box -> box.group(3) != null)
                .forEach(box -> shown.put(box.group(1), box.group(2)));
        shown.keySet().retainAll(typed.keySet());
        return shown;
    }
}

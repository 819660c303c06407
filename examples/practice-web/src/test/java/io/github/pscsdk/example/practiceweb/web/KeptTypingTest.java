package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** Every field is found again as it was left, whichever button was pressed. */
class KeptTypingTest {
    private static final Pattern LINE =
            Pattern.compile("<input [^>]*type=\"(?:text|tel|url|date)\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern AREA = Pattern.compile("<textarea [^>]*name=\"([^\"]+)\"[^>]*>\\n?([^<]*)</textarea>");
    private static final Pattern BOX =
            Pattern.compile("<input type=\"(?:radio|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"( checked)?");

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void log_in() throws Exception {
        lab.logIn(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/declaration/preview", "/declaration", "/declaration?lang=en", "/declaration/hand-over"})
    void every_field_is_found_again_whatever_is_wrong(String button) throws Exception {
        var form = visitor.get(lab.page("/declaration"));
        var typed = typedEverywhere(form);
        typed.putAll(Map.of(
                "offers[0].hours.monday", "sauf le mardi",
                "offers[0].phone", "call me",
                "offers[0].website", "doctolib",
                "place.postcode", "7500",
                "offers[0].tests", ""));

        var answer = visitor.post(lab.page(button), form.hiddenAnd(typed));

        typed.values().removeIf(String::isEmpty);
        var shown = shown(answer);
        shown.values().removeIf(String::isEmpty);
        assertEquals(422, answer.status());
        assertEquals(typed, shown);
    }

    private static Map<String, String> typedEverywhere(PageResponse form) {
        var typed = new TreeMap<String, String>();
        fields(form).forEach((name, value) -> typed.put(name, "typed " + typed.size()));
        BOX.matcher(form.text()).results().forEach(box -> typed.put(box.group(1), box.group(2)));
        typed.put("offers[0].kind", "testing");
        return typed;
    }

    private static Map<String, String> fields(PageResponse form) {
        var fields = new TreeMap<String, String>();
        Stream.of(LINE, AREA)
                .flatMap(pattern -> pattern.matcher(form.text()).results())
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    private static Map<String, String> shown(PageResponse form) {
        var shown = fields(form);
        BOX.matcher(form.text())
                .results()
                .filter(box -> box.group(3) != null)
                .forEach(box -> shown.put(box.group(1), box.group(2)));
        return shown;
    }
}

package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.internal.json.UserInfoVariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the directory tells is filled in only where the form's own rules take it. */
class PrefilledTest {
    private static final Pattern REFUSED =
            Pattern.compile("<input [^>]* name=\"([^\"]+)\" value=\"([^\"]+)\"[^>]* aria-invalid=\"true\"");
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"(\\d+)\"");
    private static final Pattern NUMBER = Pattern.compile("/mine/(SF-[0-9-]+)/place");

    private final WebLab lab = WebLab.shared();

    @Test
    void the_persona_that_every_page_names_finds_the_number_of_the_pharmacy_filled_in() throws Exception {
        var form = Declarant.loggedIn(lab).begin("testing");

        assertTrue(form.text().contains("name=\"place.finess\" value=\"000999037\""), form.text());
    }

    /** Of the rule itself, {@code DeclarationCheckTest} is the test: the places of the personas break none. */
    @Test
    void no_layout_of_the_directory_that_was_seen_opens_the_form_with_a_value_that_it_refuses() throws Exception {
        for (var layout : UserInfoVariant.values()) {
            lab.simulator.turn("user-info", layout.name());
            // So many logins of one address are let through in ten minutes.
            lab.clock.advance(Duration.ofMinutes(10));

            assertEquals(List.of(), refused(), layout::toString);
        }
    }

    private List<String> refused() throws Exception {
        var refused = new ArrayList<String>();
        var visitor = new Visitor();
        lab.logIn(visitor);
        var list = visitor.get(lab.page("/mine"));
        for (var place : PLACE.matcher(list.text()).results().toList()) {
            var fields = new HashMap<>(list.fields());
            fields.put("place", place.group(1));
            fields.put("kind", "testing");
            var begun = visitor.post(lab.page("/mine"), fields);
            var number = NUMBER.matcher(begun.header("Location"));
            assertTrue(number.find(), begun.text());
            var form = visitor.get(lab.page("/mine/" + number.group(1) + "/place?checked=1"));
            assertTrue(form.text().contains("name=\"place.finess\""), form.text());
            REFUSED.matcher(form.text()).results().forEach(field -> refused.add(field.group(1)));
        }
        return refused;
    }
}

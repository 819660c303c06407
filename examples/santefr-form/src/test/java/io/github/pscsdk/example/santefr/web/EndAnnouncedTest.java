package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ten minutes before a session ends whatever the activity, each page says so, and a press prolongs it without a loss (WCAG 2.2.1). */
class EndAnnouncedTest {
    private static final Pattern END = Pattern.compile("Votre session se termine à \\d{1,2}\\Wh\\W\\d{2}");

    private final WebLab lab = WebLab.shared();

    @Test
    void the_last_ten_minutes_of_a_session_are_announced() throws Exception {
        var visitor = Declarant.loggedIn(lab).visitor;
        for (var minutes = 0; minutes < 225; minutes += 25) {
            lab.clock.advance(Duration.ofMinutes(25));
            assertFalse(visitor.get(lab.page("/mine")).text().contains("Votre session se termine"));
        }

        lab.clock.advance(Duration.ofMinutes(6));

        var page = visitor.get(lab.page("/mine")).text();
        assertTrue(END.matcher(page).find(), page);
    }

    @Test
    void one_press_goes_on_with_a_new_session_and_with_what_was_typed() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        declarant.begin("testing");
        for (var minutes = 0; minutes < 225; minutes += 25) {
            lab.clock.advance(Duration.ofMinutes(25));
            declarant.mine();
        }
        lab.clock.advance(Duration.ofMinutes(6));
        var last = declarant.step("contact");
        assertTrue(END.matcher(last.text()).find(), last.text());

        var renewed = declarant.save(last, Map.of("offers[0].details", "Salle du fond"), "renew");
        lab.clock.advance(Duration.ofMinutes(20));
        var saved = declarant.save(renewed, Map.of(), "stay");

        assertEquals(declarant.dossier("/contact"), renewed.address());
        assertFalse(END.matcher(renewed.text()).find(), renewed.text());
        assertTrue(saved.text().contains("Salle du fond</textarea>"), saved.text());
        assertTrue(declarant.step("history").text().contains("Salle du fond"));
    }
}

package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten minutes before a session ends whatever the activity, each page says so. */
class EndAnnouncedTest {
    private final PracticeLab lab = PracticeLab.shared();

    @Test
    void the_last_ten_minutes_of_a_session_are_announced() throws Exception {
        var visitor = new Visitor();
        lab.logIn(visitor);
        for (var minutes = 0; minutes < 220; minutes += 20) {
            lab.clock().advance(Duration.ofMinutes(20));
            assertFalse(visitor.get(lab.page("/declaration")).text().contains("Votre session se termine"));
            // Activity prolongs the session at Pro Santé Connect in the background: it has to, before the clock goes
            // on.
            lab.prolong(visitor);
        }

        lab.clock().advance(Duration.ofMinutes(11));

        var page = visitor.get(lab.page("/declaration")).text();
        assertTrue(page.contains("Votre session se termine à "), page);
    }
}

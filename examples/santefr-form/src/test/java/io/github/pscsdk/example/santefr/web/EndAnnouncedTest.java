package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes before a session ends whatever the activity, each page says so. */
class EndAnnouncedTest {
    private static final Pattern END = Pattern.compile("Votre session se termine à \\d{1,2}\\Wh\\W\\d{2}");

    @Test
    void the_last_ten_minutes_of_a_session_are_announced(@TempDir Path folder) throws Exception {
        try (var lab = WebLab.open(folder)) {
            var visitor = Declarant.loggedIn(lab).visitor;
            for (var minutes = 0; minutes < 225; minutes += 25) {
                lab.clock.advance(Duration.ofMinutes(25));
                assertFalse(visitor.get(lab.page("/mine")).text().contains("Votre session se termine"));
            }

            lab.clock.advance(Duration.ofMinutes(6));

            var page = visitor.get(lab.page("/mine")).text();
            assertTrue(END.matcher(page).find(), page);
        }
    }
}

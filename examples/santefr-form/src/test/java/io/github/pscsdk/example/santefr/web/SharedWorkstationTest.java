package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at one browser, in which Pro Santé Connect has a session of its own that other services share. */
class SharedWorkstationTest {
    private static final String FORMER_NAME = "FICTIVE-MORTIER";
    private static final String NEXT = "899999100037";
    private static final Map<String, String> TYPED = Map.of("place.complement", "Salle du fond");

    @AutoClose
    private final WebLab lab;

    private Declarant former;
    private Visitor browser;

    SharedWorkstationTest(@TempDir Path folder) throws Exception {
        lab = WebLab.open(folder);
    }

    @BeforeEach
    void logIn() throws Exception {
        former = Declarant.loggedIn(lab);
        browser = former.visitor;
        assertTrue(browser.get(lab.page("/me")).text().contains(FORMER_NAME));
    }

    private void assertFormerIsNotShown() throws Exception {
        var me = browser.get(lab.page("/me"));
        assertFalse(me.text().contains(FORMER_NAME), me.text());
    }

    private void logInAsNext() throws Exception {
        lab.seat(NEXT);
        lab.logIn(browser);
    }

    @Test
    void whoever_logs_out_elsewhere_is_logged_out_here() throws Exception {
        lab.logInElsewhere(browser);

        lab.logOutElsewhere(browser);

        assertEquals(List.of(200), lab.answersToReports(1));
        assertFormerIsNotShown();
    }

    @Test
    void whoever_is_named_at_the_return_finds_nothing_of_the_former_person() throws Exception {
        former.begin("testing");
        lab.simulator.turn("browser-session", "false");

        logInAsNext();

        assertFormerIsNotShown();
        assertEquals(404, browser.get(former.dossier("/hours")).status());
    }

    @Test
    void a_page_of_the_former_person_does_nothing_for_the_next() throws Exception {
        var form = former.begin("testing");
        lab.simulator.turn("browser-session", "false");
        logInAsNext();

        assertEquals(403, former.save(form, TYPED, "stay").status());
    }

    @Test
    void the_next_person_after_an_idle_session_is_not_silently_the_former_one() throws Exception {
        lab.clock.advance(Duration.ofMinutes(20));
        lab.logInElsewhere(browser);
        lab.clock.advance(Duration.ofMinutes(11));
        assertFormerIsNotShown();

        logInAsNext();

        assertFormerIsNotShown();
    }

    @Test
    void the_next_person_after_a_logout_that_stopped_half_way_is_not_silently_the_former_one() throws Exception {
        // Pro Santé Connect is never asked: the browser does not follow.
        browser.post(lab.page("/logout"), browser.get(lab.page("/me")).fields());

        logInAsNext();

        assertFormerIsNotShown();
    }

    @Test
    void whoever_logs_in_with_another_card_while_a_session_is_open_is_not_silently_the_former_one() throws Exception {
        lab.simulator.turn("browser-means", "CARD");
        browser = new Visitor();
        lab.seat("899999100011");
        lab.logIn(browser);

        logInAsNext();

        assertFormerIsNotShown();
    }
}

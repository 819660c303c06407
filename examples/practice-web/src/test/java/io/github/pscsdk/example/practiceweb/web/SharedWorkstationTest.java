package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two people at one browser, in which Pro Santé Connect has a session of its own that other services share. */
class SharedWorkstationTest {
    private static final String FORMER_NAME = "FICTIVE-MORTIER";
    private static final String NEXT = "899999100029";
    private static final String TYPED = "Sonnez deux fois";

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor browser = new Visitor();

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
        assertTrue(lab.logIn(browser).text().contains(FORMER_NAME));
        lab.logInElsewhere(browser);

        lab.logOutElsewhere(browser);

        assertEquals("/session-over", browser.get(lab.page("/me")).location().getPath());
    }

    @Test
    void whoever_is_named_at_the_return_finds_nothing_of_the_former_person() throws Exception {
        lab.logIn(browser);
        var form = browser.get(lab.page("/declaration"));
        browser.post(
                lab.page("/declaration/preview"),
                form.hiddenAnd(Map.of("offers[0].kind", "vaccination", "offers[0].details", TYPED)));
        lab.simulator().turn("browser-session", "false");

        logInAsNext();

        assertFormerIsNotShown();
        assertFalse(browser.get(lab.page("/declaration")).text().contains(TYPED));
    }

    @Test
    void a_page_of_the_former_person_does_nothing_for_the_next() throws Exception {
        lab.logIn(browser);
        var form = browser.get(lab.page("/declaration"));
        lab.simulator().turn("browser-session", "false");
        logInAsNext();

        var refused = browser.post(
                lab.page("/declaration/preview"),
                form.hiddenAnd(Map.of("offers[0].kind", "vaccination", "offers[0].details", TYPED)));

        assertEquals(403, refused.status());
        assertFalse(browser.get(lab.page("/declaration")).text().contains(TYPED));
    }

    @Test
    void the_next_person_after_an_idle_session_is_not_silently_the_former_one() throws Exception {
        lab.logIn(browser);
        lab.clock().advance(Duration.ofMinutes(20));
        lab.logInElsewhere(browser);
        lab.clock().advance(Duration.ofMinutes(11));
        assertEquals("/session-over", browser.get(lab.page("/me")).location().getPath());

        logInAsNext();

        assertFormerIsNotShown();
    }

    @Test
    void the_next_person_after_a_logout_that_stopped_half_way_is_not_silently_the_former_one() throws Exception {
        var me = lab.logIn(browser);
        // Pro Santé Connect is never asked: the browser does not follow.
        browser.post(lab.page("/psc/logout"), me.hiddenAnd(Map.of()));

        logInAsNext();

        assertFormerIsNotShown();
    }

    @Test
    void whoever_logs_in_with_another_card_while_a_session_is_open_is_not_silently_the_former_one() throws Exception {
        lab.simulator().turn("browser-means", "CARD");
        lab.logIn(browser);

        logInAsNext();

        assertFormerIsNotShown();
    }
}

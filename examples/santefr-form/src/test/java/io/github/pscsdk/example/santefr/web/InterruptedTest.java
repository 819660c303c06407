package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import io.github.pscsdk.relyingparty.web.LateForms;
import io.github.pscsdk.testkit.simulator.model.Dial;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that is sent when its session is over. */
class InterruptedTest {
    private static final Map<String, String> LONG_WORK =
            Map.of("place.complement", "Salle du fond", "offers[0].details", "Trois lignes", "offers[0].phone", "3975");
    private static final String PHARMACIST = "899999100011";
    private static final String DOCTOR = "899999100037";

    @AutoClose
    private final WebLab lab;

    private Declarant declarant;
    private Visitor visitor;
    private Page form;

    InterruptedTest(@TempDir Path folder) throws Exception {
        lab = WebLab.open(folder);
    }

    @BeforeEach
    void begin() throws Exception {
        declarant = Declarant.loggedIn(lab);
        visitor = declarant.visitor;
        form = declarant.begin("testing");
    }

    @Test
    void what_was_typed_is_there_again_after_the_next_login_and_is_saved_only_then() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));

        var told = sendLongWork("save");
        var again = lab.logIn(visitor);

        assertTrue(told.text().contains("Ce que vous avez saisi est gardé une heure"), told.text());
        assertEquals(declarant.dossier("/edit"), again.address());
        assertTrue(again.text().contains("avant la fin de votre session"), again.text());
        assertShown(again);
        assertShown(visitor.get(declarant.dossier("/edit")));
        assertFalse(visitor.get(declarant.dossier("/history")).text().contains("Salle du fond"));

        declarant.save(again, Map.of("offers[0].details", "Trois lignes"), "save");

        assertShown(visitor.get(declarant.dossier("/edit")));
        assertFalse(visitor.get(declarant.dossier("/edit")).text().contains("avant la fin de votre session"));
        assertTrue(visitor.get(declarant.dossier("/history")).text().contains("Salle du fond"));
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void whoever_else_logs_in_in_that_browser_never_sees_it() throws Exception {
        // Each person meets Pro Santé Connect's page.
        lab.simulator.dials().turn(Dial.BROWSER_SESSION, false);
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("save");
        lab.seat(DOCTOR);

        var theirs = lab.logIn(visitor);

        assertEquals(lab.page("/me"), theirs.address());
        assertEquals(404, visitor.get(declarant.dossier("/edit")).status());
        lab.seat(PHARMACIST);
        assertShown(lab.logIn(visitor));
    }

    @Test
    void in_another_browser_it_is_there_for_the_same_professional() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("save");
        var elsewhere = new Visitor();

        assertShown(lab.logIn(elsewhere));
    }

    @Test
    void after_an_hour_it_is_gone() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("save");
        lab.clock.advance(LateForms.LIFE);

        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
        assertFalse(visitor.get(declarant.dossier("/edit")).text().contains("Salle du fond"));
    }

    @Test
    void who_has_logged_in_again_in_another_tab_meanwhile_finds_it_at_once() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        visitor.get(lab.page("/me"));
        lab.logIn(visitor);

        var again = sendLongWork("save");

        assertEquals(declarant.dossier("/edit"), again.address());
        assertShown(again);
        assertFalse(visitor.get(declarant.dossier("/history")).text().contains("Salle du fond"));
    }

    @Test
    void a_page_of_somebody_who_was_logged_in_before_does_nothing_for_the_next() throws Exception {
        // Each person meets Pro Santé Connect's page.
        lab.simulator.dials().turn(Dial.BROWSER_SESSION, false);
        lab.clock.advance(Duration.ofMinutes(31));
        lab.seat(DOCTOR);
        lab.logIn(visitor);

        var refused = sendLongWork("save");

        assertEquals(403, refused.status());
        assertTrue(refused.text().contains("Demande refusée"), refused.text());
        lab.seat(PHARMACIST);
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void a_form_without_the_token_of_a_page_is_not_kept() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        var forged = new HashMap<>(Declarant.typed(form, LONG_WORK, "save"));
        forged.put("csrf", form.fields().get("csrf").substring(1));

        var told = declarant.post(declarant.dossier("/edit"), forged);

        assertTrue(told.text().contains("Votre session est terminée"), told.text());
        assertFalse(told.text().contains("Ce que vous avez saisi"), told.text());
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void what_was_typed_does_not_write_over_what_was_changed_meanwhile_and_both_are_shown() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        var elsewhere = Declarant.loggedIn(lab);
        var page = elsewhere.visitor.get(declarant.dossier("/edit"));
        elsewhere.save(page, Map.of("place.complement", "Salle 2"), "save");
        sendLongWork("save");

        var again = lab.logIn(visitor);

        assertTrue(again.text().contains("a été modifiée entre-temps"), again.text());
        assertShown(again);
        assertTrue(again.text().contains("<dd>Salle 2</dd>"), again.text());
        assertTrue(visitor.get(declarant.dossier("/history")).text().contains("Salle 2"));
    }

    @Test
    void forms_of_two_tabs_are_both_there_again_one_after_the_other() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("save");
        declarant.post(
                declarant.dossier("/edit"), Declarant.typed(form, Map.of("place.complement", "Au sous-sol"), "save"));

        var second = lab.logIn(visitor);
        assertTrue(second.text().contains("value=\"Au sous-sol\""), second.text());
        var first = declarant.save(second, Map.of(), "save");

        assertShown(first);
        assertTrue(first.text().contains("<dd>Au sous-sol</dd>"), first.text());
    }

    @Test
    void half_a_range_of_hours_comes_back_too() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        var half = Declarant.typed(form, Map.of("offers[0].hours.friday[1].from", "14h00"), "continue");
        declarant.post(declarant.dossier("/edit"), half);

        var again = lab.logIn(visitor);

        assertTrue(again.text().contains("name=\"offers[0].hours.friday[0].from\" value=\"14h00\""), again.text());
    }

    @Test
    void who_logs_out_leaves_nothing_behind() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("save");
        lab.logIn(visitor);
        var me = visitor.get(lab.page("/me"));
        visitor.follow(visitor.post(lab.page("/logout"), me.fields()));

        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void a_hand_over_needs_a_fresh_yes() throws Exception {
        var preview = declarant.save(form, Declarant.FLAWLESS, "continue");
        lab.clock.advance(Duration.ofMinutes(31));

        var told = declarant.post(declarant.dossier("/hand-over"), Declarant.yes(preview, true));
        var again = lab.logIn(visitor);

        assertTrue(told.text().contains("rien n’a été transmis"), told.text());
        assertEquals(URI.create(declarant.dossier("/preview") + "?confirm=needed"), again.address());
        assertTrue(again.text().contains("name=\"confirmed\" value=\"yes\" aria"), "and not ticked");
        assertTrue(visitor.get(declarant.dossier("")).text().contains("brouillon"));
        assertTrue(declarant.handOver(again, false).text().contains("rien n’a été transmis"));
        assertTrue(declarant.handOver(again, true).text().contains("La déclaration est transmise."));
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void a_yes_of_an_earlier_session_hands_nothing_over_in_the_next() throws Exception {
        var preview = declarant.save(form, Declarant.FLAWLESS, "continue");
        lab.logIn(visitor);

        var again = declarant.post(declarant.dossier("/hand-over"), Declarant.yes(preview, true));

        assertEquals(URI.create(declarant.dossier("/preview") + "?confirm=needed"), again.address());
        assertTrue(visitor.get(declarant.dossier("")).text().contains("brouillon"));
    }

    private Page sendLongWork(String action) throws Exception {
        return declarant.post(declarant.dossier("/edit"), Declarant.typed(form, LONG_WORK, action));
    }

    private static void assertShown(Page page) {
        assertEquals(200, page.status());
        assertTrue(page.text().contains("value=\"Salle du fond\""), page.text());
        assertTrue(page.text().contains("Trois lignes</textarea>"), page.text());
        assertTrue(page.text().contains("value=\"3975\""), page.text());
    }
}

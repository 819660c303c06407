package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForms;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that is sent when its session is over. */
class InterruptedTest {
    private static final Map<String, String> LONG_WORK =
            Map.of("offers[0].details", "Salle du fond", "offers[0].phone", "3975");
    private static final String PHARMACIST = "899999100011";
    private static final String DOCTOR = "899999100037";

    private final WebLab lab = WebLab.shared();

    private Declarant declarant;
    private Visitor visitor;
    private Page form;

    @BeforeEach
    void begin() throws Exception {
        declarant = Declarant.loggedIn(lab);
        visitor = declarant.visitor;
        declarant.begin("testing");
        form = declarant.step("contact");
    }

    @Test
    void what_was_typed_is_there_again_after_the_next_login_and_is_saved_only_then() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));

        var told = sendLongWork("stay");
        var again = lab.logIn(visitor);

        assertTrue(told.text().contains("Ce que vous avez saisi est gardé une heure"), told.text());
        assertEquals(declarant.dossier("/contact"), again.address());
        assertTrue(again.text().contains("avant la fin de votre session"), again.text());
        assertShown(again);
        assertShown(visitor.get(declarant.dossier("/contact")));
        assertFalse(visitor.get(declarant.dossier("/history")).text().contains("Salle du fond"));

        declarant.save(again, Map.of(), "stay");

        assertShown(visitor.get(declarant.dossier("/contact")));
        assertFalse(visitor.get(declarant.dossier("/contact")).text().contains("avant la fin de votre session"));
        assertTrue(visitor.get(declarant.dossier("/history")).text().contains("Salle du fond"));
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void whoever_else_logs_in_in_that_browser_never_sees_it() throws Exception {
        // Each person meets Pro Santé Connect's page.
        lab.simulator.turn("browser-session", "false");
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("stay");
        lab.seat(DOCTOR);

        var theirs = lab.logIn(visitor);

        assertEquals(lab.page("/me"), theirs.address());
        assertEquals(404, visitor.get(declarant.dossier("/contact")).status());
        lab.seat(PHARMACIST);
        assertShown(lab.logIn(visitor));
    }

    @Test
    void in_another_browser_it_is_there_for_the_same_professional() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("stay");
        var elsewhere = new Visitor();

        assertShown(lab.logIn(elsewhere));
    }

    @Test
    void after_an_hour_it_is_gone() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("stay");
        lab.clock.advance(ExpiredSessionForms.LIFE);

        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
        assertFalse(visitor.get(declarant.dossier("/contact")).text().contains("Salle du fond"));
    }

    @Test
    void who_has_logged_in_again_in_another_tab_meanwhile_finds_it_at_once() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        visitor.get(lab.page("/me"));
        lab.logIn(visitor);

        var again = sendLongWork("stay");

        assertEquals(declarant.dossier("/contact"), again.address());
        assertShown(again);
        assertFalse(visitor.get(declarant.dossier("/history")).text().contains("Salle du fond"));
    }

    @Test
    void a_page_of_somebody_who_was_logged_in_before_does_nothing_for_the_next() throws Exception {
        // Each person meets Pro Santé Connect's page.
        lab.simulator.turn("browser-session", "false");
        lab.clock.advance(Duration.ofMinutes(31));
        lab.seat(DOCTOR);
        lab.logIn(visitor);

        var refused = sendLongWork("stay");

        assertEquals(403, refused.status());
        assertTrue(refused.text().contains("Demande refusée"), refused.text());
        lab.seat(PHARMACIST);
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void a_form_without_the_token_of_a_page_is_not_kept() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        var forged = new HashMap<>(Declarant.typed(form, LONG_WORK, "stay"));
        forged.put("csrf", form.fields().get("csrf").substring(1));

        var told = declarant.post(declarant.dossier("/contact"), forged);

        assertTrue(told.text().contains("Votre session est terminée"), told.text());
        assertFalse(told.text().contains("Ce que vous avez saisi"), told.text());
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void what_was_typed_does_not_write_over_what_was_changed_meanwhile_and_both_are_shown() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        var elsewhere = Declarant.loggedIn(lab);
        var page = elsewhere.visitor.get(declarant.dossier("/contact"));
        elsewhere.save(page, Map.of("offers[0].details", "Salle 2"), "stay");
        sendLongWork("stay");

        var again = lab.logIn(visitor);

        assertTrue(again.text().contains("a été modifiée entre-temps"), again.text());
        assertShown(again);
        assertTrue(again.text().contains("<dd>Salle 2</dd>"), again.text());
        assertTrue(visitor.get(declarant.dossier("/history")).text().contains("Salle 2"));
    }

    @Test
    void forms_of_two_tabs_are_both_there_again_one_after_the_other() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("stay");
        declarant.post(
                declarant.dossier("/contact"),
                Declarant.typed(form, Map.of("offers[0].details", "Au sous-sol"), "stay"));

        var second = lab.logIn(visitor);
        assertTrue(second.text().contains("Au sous-sol</textarea>"), second.text());
        var first = declarant.save(second, Map.of(), "stay");

        assertShown(first);
        assertTrue(first.text().contains("<dd>Au sous-sol</dd>"), first.text());
    }

    @Test
    void a_day_that_is_open_without_hours_comes_back_too() throws Exception {
        var hours = declarant.step("hours");
        lab.clock.advance(Duration.ofMinutes(31));
        declarant.post(
                declarant.dossier("/hours"), Declarant.typed(hours, Map.of("open", "offers[0].hours.friday"), "next"));

        var again = lab.logIn(visitor);

        assertEquals(declarant.dossier("/hours"), again.address());
        assertTrue(again.text().contains("value=\"offers[0].hours.friday\" checked"), again.text());
    }

    @Test
    void a_day_that_is_unticked_on_a_page_that_was_not_saved_stays_so() throws Exception {
        var hours = declarant.step("hours");
        var friday = Map.of("open", "offers[0].hours.friday", "offers[0].hours.friday", "9h-12h");
        lab.clock.advance(Duration.ofMinutes(31));
        declarant.post(declarant.dossier("/hours"), Declarant.typed(hours, friday, "next"));

        var again = lab.logIn(visitor);
        var closed = declarant.save(again, Map.of("open", List.of()), "stay");

        assertTrue(again.text().contains("value=\"9h-12h\""), again.text());
        assertFalse(closed.text().contains("value=\"9h-12h\""), closed.text());
        assertFalse(closed.text().contains("value=\"offers[0].hours.friday\" checked"), closed.text());
    }

    @Test
    void a_sentence_that_a_script_asks_for_is_no_form_to_keep() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));

        var asked = sendLongWork("said");

        assertEquals(403, asked.status());
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
        assertFalse(visitor.get(declarant.dossier("/contact")).text().contains("Salle du fond"));
    }

    @Test
    void saving_what_was_kept_leaves_another_text_that_waits_however_alike_they_are() throws Exception {
        // Texts of one hash code.
        var first = Declarant.typed(form, Map.of("offers[0].details", "Aa"), "stay");
        var second = Declarant.typed(form, Map.of("offers[0].details", "BB"), "stay");
        assertEquals(first.toString().hashCode(), second.toString().hashCode());
        lab.clock.advance(Duration.ofMinutes(31));
        declarant.post(declarant.dossier("/contact"), first);
        var resumed = lab.logIn(visitor);
        declarant.post(declarant.dossier("/contact"), second);

        var next = declarant.save(resumed, Map.of(), "stay");

        assertTrue(next.text().contains("BB</textarea>"), next.text());
        assertTrue(next.text().contains("<dd>Aa</dd>"), next.text());
    }

    @Test
    void who_logs_out_leaves_nothing_behind() throws Exception {
        lab.clock.advance(Duration.ofMinutes(31));
        sendLongWork("stay");
        lab.logIn(visitor);
        var me = visitor.get(lab.page("/me"));
        visitor.follow(visitor.post(lab.page("/logout"), me.fields()));

        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void a_hand_over_needs_a_fresh_yes() throws Exception {
        var check = declarant.fill(Declarant.FLAWLESS);
        lab.clock.advance(Duration.ofMinutes(31));

        var told = declarant.post(declarant.dossier("/hand-over"), check.fields());
        var again = lab.logIn(visitor);

        assertTrue(told.text().contains("rien n’a été transmis"), told.text());
        assertEquals(URI.create(declarant.dossier("/check") + "?confirm=needed"), again.address());
        assertTrue(visitor.get(declarant.dossier("")).text().contains("brouillon"));
        assertTrue(declarant.handOver(again).text().contains("Déclaration transmise"));
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void a_yes_of_an_earlier_session_hands_nothing_over_in_the_next() throws Exception {
        var check = declarant.fill(Declarant.FLAWLESS);
        lab.logIn(visitor);

        var again = declarant.post(declarant.dossier("/hand-over"), check.fields());

        assertEquals(URI.create(declarant.dossier("/check") + "?confirm=needed"), again.address());
        assertTrue(visitor.get(declarant.dossier("")).text().contains("brouillon"));
    }

    private Page sendLongWork(String action) throws Exception {
        return declarant.post(declarant.dossier("/contact"), Declarant.typed(form, LONG_WORK, action));
    }

    private static void assertShown(Page page) {
        assertEquals(200, page.status());
        assertTrue(page.text().contains("Salle du fond</textarea>"), page.text());
        assertTrue(page.text().contains("value=\"3975\""), page.text());
    }
}

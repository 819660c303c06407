package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that is sent after the end of the session: what was typed is not lost, or it is said so. */
class KeptEntriesTest {
    private static final String PHARMACIST = "899999100011";
    private static final String DOCTOR = "899999100029";
    private static final String TYPED = "Sonnez « deux » fois & entrez = bienvenue";

    private static final String KEY = "0b5f4a52-3d1c-4c5e-9a0e-6d2f3c1b7a80";

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    private Map<String, String> typed() throws Exception {
        lab.logIn(visitor);
        return visitor.get(lab.page("/declaration"))
                .hiddenAnd(Map.of(
                        "offers[0].kind",
                        "vaccination",
                        "offers[0].hours.monday",
                        "8h30-12h",
                        "offers[0].details",
                        TYPED));
    }

    private void endSession() {
        lab.clock().advance(Duration.ofMinutes(30));
    }

    private void assertKept(PageResponse answer) throws Exception {
        assertEquals(lab.page("/session-over?form=kept"), answer.location());
        var page = visitor.follow(answer);
        assertTrue(page.text().contains("Votre saisie est gardée pendant une heure"), page.text());
        assertTrue(page.text().contains("/session-over?form=kept&amp;lang=en\""), page.text());
    }

    private void assertLost(PageResponse answer) throws Exception {
        assertEquals(lab.page("/session-over?form=lost"), answer.location());
        var page = visitor.follow(answer);
        assertTrue(page.text().contains("n’a pas pu être gardé"), page.text());
    }

    private void assertNothingWaits(Visitor other) throws Exception {
        var form = other.get(lab.page("/declaration"));
        assertEquals(200, form.status());
        assertFalse(form.text().contains("Sonnez"), form.text());
        assertFalse(form.text().contains("avant la fin de votre session"), form.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/declaration", "/declaration/preview", "/declaration/hand-over"})
    void what_the_same_person_typed_stands_in_the_form_after_the_next_login(String address) throws Exception {
        var fields = typed();
        endSession();

        assertKept(visitor.post(lab.page(address), fields));

        assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
        lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        assertTrue(form.text().contains("avant la fin de votre session"), form.text());
        assertTrue(form.text().contains("name=\"offers[0].hours.monday\" value=\"8h30-12h\""), form.text());
        assertTrue(form.text().contains("Sonnez « deux » fois &amp; entrez = bienvenue</textarea>"), form.text());
        assertTrue(form.text().contains("value=\"vaccination\" checked"), form.text());

        visitor.post(lab.page("/declaration/preview"), form.hiddenAnd(Map.of("offers[0].kind", "testing")));

        assertNothingWaits(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/declaration", "/declaration/preview", "/declaration/hand-over"})
    void whoever_has_logged_in_anew_in_another_tab_is_led_back_to_what_they_typed(String address) throws Exception {
        var fields = typed();
        fields.put("key", KEY);
        endSession();
        lab.logIn(visitor);

        var answer = visitor.post(lab.page(address), fields);

        assertEquals(lab.page("/declaration"), answer.location());
        var form = visitor.follow(answer);
        assertTrue(form.text().contains("avant la fin de votre session"), form.text());
        assertTrue(form.text().contains("name=\"offers[0].hours.monday\" value=\"8h30-12h\""), form.text());
        assertEquals(KEY, form.hidden().get("key"));

        visitor.post(lab.page("/declaration/preview"), form.hiddenAnd(Map.of("offers[0].kind", "testing")));

        assertNothingWaits(visitor);
    }

    @Test
    void whoever_has_logged_in_anew_and_chosen_no_place_is_told_where_it_waits() throws Exception {
        lab.seat(DOCTOR);
        var me = lab.logIn(visitor);
        visitor.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));
        var fields = visitor.get(lab.page("/declaration")).hiddenAnd(Map.of("offers[0].details", TYPED));
        endSession();
        lab.logIn(visitor);

        var answer = visitor.post(lab.page("/declaration/preview"), fields);

        assertEquals(lab.page("/me?form=kept"), answer.location());
        var told = visitor.follow(answer);
        assertTrue(told.text().contains("Choisissez le même lieu d’exercice"), told.text());
        visitor.post(lab.page("/me/place"), told.hiddenAnd(Map.of("place", "0")));
        assertTrue(visitor.get(lab.page("/declaration")).text().contains("Sonnez"));
        lab.clock().advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/declaration", "/declaration/preview", "/declaration/hand-over"})
    void what_somebody_else_typed_before_is_kept_for_nobody(String address) throws Exception {
        lab.simulator().turn("browser-session", "false");
        var fields = typed();
        endSession();
        lab.seat(DOCTOR);
        var me = lab.logIn(visitor);
        visitor.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));

        var refused = visitor.post(lab.page(address), fields);

        assertEquals(403, refused.status());
        assertFalse(refused.text().contains("Sonnez"), refused.text());
        assertNothingWaits(visitor);
        lab.seat(PHARMACIST);
        lab.logIn(visitor);
        assertNothingWaits(visitor);
    }

    @Test
    void what_waits_goes_on_waiting_while_its_page_is_read_in_another_language_or_another_page_is_sent()
            throws Exception {
        var fields = typed();
        var elsewhere = new Visitor();
        lab.logIn(elsewhere);
        var later = elsewhere.get(lab.page("/declaration")).hiddenAnd(Map.of("offers[0].details", "Au fond"));
        endSession();
        assertKept(visitor.post(lab.page("/declaration"), fields));
        elsewhere.post(lab.page("/declaration"), later);
        lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        assertTrue(form.text().contains("Au fond</textarea>"), form.text());

        var english = visitor.post(
                lab.page("/declaration?unchecked=1&lang=en"),
                form.hiddenAnd(Map.of("offers[0].kind", "vaccination", "offers[0].details", "Tout au fond")));
        var another = english.hiddenAnd(Map.of("offers[0].kind", "testing"));
        another.put("kept", "");
        visitor.post(lab.page("/declaration/preview"), another);

        var waits = visitor.get(lab.page("/declaration?lang=fr"));
        assertTrue(waits.text().contains("Au fond</textarea>"), waits.text());
        visitor.post(lab.page("/declaration/preview"), waits.hiddenAnd(Map.of("offers[0].kind", "testing")));
        var other = visitor.get(lab.page("/declaration"));
        assertTrue(other.text().contains("Sonnez"), "what was typed first");
        visitor.post(lab.page("/declaration/preview"), other.hiddenAnd(Map.of("offers[0].kind", "testing")));
        assertNothingWaits(visitor);
    }

    @Test
    void nobody_else_gets_it_in_the_same_browser() throws Exception {
        // Each person meets Pro Santé Connect's page.
        lab.simulator().turn("browser-session", "false");
        var fields = typed();
        endSession();
        assertKept(visitor.post(lab.page("/declaration/preview"), fields));

        lab.seat(DOCTOR);
        var me = lab.logIn(visitor);
        visitor.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));

        assertNothingWaits(visitor);
        lab.seat(PHARMACIST);
        lab.logIn(visitor);
        assertTrue(visitor.get(lab.page("/declaration")).text().contains("Sonnez"), "it has waited");
        lab.clock().advance(Duration.ofHours(1));
    }

    @Test
    void it_waits_at_the_place_of_work_it_was_typed_for() throws Exception {
        lab.seat(DOCTOR);
        var me = lab.logIn(visitor);
        visitor.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));
        var fields = visitor.get(lab.page("/declaration")).hiddenAnd(Map.of("offers[0].details", TYPED));
        endSession();
        assertKept(visitor.post(lab.page("/declaration/preview"), fields));

        var again = lab.logIn(visitor);
        visitor.post(lab.page("/me/place"), again.hiddenAnd(Map.of("place", "1")));
        assertFalse(visitor.get(lab.page("/declaration")).text().contains("Sonnez"));
        visitor.post(lab.page("/me/place"), again.hiddenAnd(Map.of("place", "0")));

        assertTrue(visitor.get(lab.page("/declaration")).text().contains("Sonnez"));
        lab.clock().advance(Duration.ofHours(1));
    }

    @Test
    void after_an_hour_it_is_gone() throws Exception {
        var fields = typed();
        endSession();
        assertKept(visitor.post(lab.page("/declaration/preview"), fields));

        lab.clock().advance(Duration.ofHours(1));

        lab.logIn(visitor);
        assertNothingWaits(visitor);
    }

    @Test
    void without_the_token_of_the_ended_session_nothing_is_kept_and_it_is_said() throws Exception {
        var fields = typed();
        endSession();
        fields.put("csrf", "forged");

        assertLost(visitor.post(lab.page("/declaration/preview"), fields));

        lab.logIn(visitor);
        assertNothingWaits(visitor);
    }

    @Test
    void without_the_cookie_nobody_knows_whose_it_is_and_it_is_said() throws Exception {
        var fields = typed();
        var other = new Visitor();

        assertEquals(
                lab.page("/session-over?form=lost"),
                other.post(lab.page("/declaration/preview"), fields).location());
    }

    @Test
    void a_choice_of_place_is_not_kept_and_a_late_logout_has_lost_nothing() throws Exception {
        var fields = typed();
        endSession();

        assertEquals(
                lab.page("/session-over"),
                visitor.post(lab.page("/psc/logout"), fields).location());
        assertLost(visitor.post(lab.page("/me/place"), fields));
    }

    @Test
    void a_restart_that_loses_the_sessions_loses_it_too_and_it_is_said() throws Exception {
        lab.logIn(visitor);
        var fields = visitor.get(lab.page("/declaration")).hiddenAnd(Map.of("offers[0].details", TYPED));

        lab.restart();

        var answer = visitor.post(lab.page("/declaration/preview"), fields);
        assertEquals(lab.page("/session-over?form=lost"), answer.location());
    }
}

package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.testkit.support.Await;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a session, from whichever side it comes. */
class SessionTest {

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/declaration", "/receipt/8c5f1c3e-0000-4000-8000-000000000000"})
    void a_page_that_needs_a_login_leads_to_the_button(String path) throws Exception {
        var answer = visitor.get(lab.page(path));

        assertEquals(303, answer.status());
        var home = visitor.follow(answer);
        assertEquals(lab.page("/login-needed"), home.address());
        assertTrue(home.text().contains("Connectez-vous pour voir cette page."), home.text());
    }

    @Test
    void a_form_that_nobody_is_logged_in_for_changes_nothing_and_it_is_said() throws Exception {
        var answer = visitor.post(lab.page("/me/place"), Map.of("place", "0"));

        assertEquals(lab.page("/session-over?form=lost"), answer.location());
    }

    @Test
    void a_session_that_pro_sante_connect_ends_is_over_here_too() throws Exception {
        lab.logIn(visitor);
        assertEquals(200, visitor.get(lab.page("/me")).status());
        var before = lab.simulator().logoutNotices().size();

        lab.simulator().endSessions();

        assertSaysThatItIsOver(Await.value(
                "the session is over",
                () -> Optional.of(visitor.get(lab.page("/me"))).filter(answer -> answer.status() == 303)));
        Await.until(
                "Pro Santé Connect has heard that it is",
                () -> lab.simulator().logoutNotices().stream()
                        .skip(before)
                        .anyMatch(notice -> notice.status().orElseThrow() == 200));
    }

    @Test
    void a_restart_that_loses_the_sessions_is_a_page_that_says_so_and_the_login_works_again() throws Exception {
        lab.logIn(visitor);

        lab.restart();

        assertSaysThatItIsOver(visitor.get(lab.page("/me")));
        assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
        assertEquals(lab.page("/me"), lab.logIn(visitor).address());
    }

    @Test
    void in_a_store_that_lasts_the_session_and_the_place_that_was_chosen_outlive_a_restart() throws Exception {
        lab.seat("899999100029");
        var me = lab.logIn(visitor);
        visitor.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));

        lab.restartWithSessions();

        assertTrue(visitor.get(lab.page("/me")).text().contains("value=\"0\" checked"));
    }

    private void assertSaysThatItIsOver(PageResponse answer) throws Exception {
        var page = visitor.follow(answer);
        assertEquals("/session-over", page.address().getPath());
        assertTrue(page.text().contains("<h1>Votre session est terminée</h1>"), page.text());
        assertTrue(page.text().contains("/psc/login\""), page.text());
    }
}

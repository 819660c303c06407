package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
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
        var answer = visitor.post(lab.page("/me/place"), Map.of("place", "0.0"));

        assertEquals(lab.page("/session-over?form=lost"), answer.location());
    }

    @Test
    void a_session_that_pro_sante_connect_ends_is_over_here_too() throws Exception {
        try (var own = PracticeLab.open()) {
            own.logIn(visitor);
            assertEquals(200, visitor.get(own.page("/me")).status());

            own.simulator().endSessions();
            own.awaitLogoutNotices(1);

            assertEquals(200, own.simulator().logoutNotices().get(0).status().orElseThrow());
            assertSaysThatItIsOver(visitor.get(own.page("/me")));
        }
    }

    @Test
    void a_restart_that_loses_the_sessions_is_a_page_that_says_so_and_the_login_works_again() throws Exception {
        try (var own = PracticeLab.open()) {
            own.logIn(visitor);

            own.restart();

            assertSaysThatItIsOver(visitor.get(own.page("/me")));
            assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
            assertEquals(own.page("/me"), own.logIn(visitor).address());
        }
    }

    @Test
    void in_a_store_that_lasts_the_session_and_the_place_that_was_chosen_outlive_a_restart() throws Exception {
        try (var own = PracticeLab.withLastingSessions()) {
            own.seat("899999100029");
            var me = own.logIn(visitor);
            visitor.post(own.page("/me/place"), me.hiddenAnd(Map.of("place", "0.0")));

            own.restart();

            assertTrue(visitor.get(own.page("/me")).text().contains("value=\"0.0\" checked"));
        }
    }

    private void assertSaysThatItIsOver(PageResponse answer) throws Exception {
        var page = visitor.follow(answer);
        assertEquals("/session-over", page.address().getPath());
        assertTrue(page.text().contains("<h1>Votre session est terminée</h1>"), page.text());
        assertTrue(page.text().contains("/psc/login\""), page.text());
    }
}

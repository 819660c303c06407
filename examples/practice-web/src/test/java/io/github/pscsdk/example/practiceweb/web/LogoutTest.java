package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The explicit logout: here, at Pro Santé Connect, and back to a page that says so. */
class LogoutTest {
    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    /** Those of browsers: a session of another test, which PSC is told of directly, may end meanwhile. */
    private long logouts() {
        return lab.simulator().requests().stream()
                .filter(request -> request.endpoint() == Endpoint.LOGOUT)
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    @Test
    void logging_out_ends_both_sessions_and_comes_back() throws Exception {
        var before = logouts();
        var me = lab.logIn(visitor);
        var handle = visitor.cookie(PracticeLab.SESSION).orElseThrow();

        var leave = visitor.post(lab.page("/psc/logout"), me.hidden());
        assertEquals(303, leave.status());
        var end = visitor.follow(leave);

        assertEquals("/psc/signed-out", end.address().getPath());
        assertTrue(end.text().contains("Vous êtes déconnecté(e)"), end.text());
        assertEquals(before + 1, logouts());
        assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
        visitor.put(lab.page("/"), PracticeLab.SESSION, handle);
        assertEquals(lab.page("/session-over"), visitor.get(lab.page("/me")).location());
    }

    @Test
    void a_return_that_lost_its_state_is_recognised_by_the_browser_and_reads_in_both_languages() throws Exception {
        lab.simulator().turn("logout-echoes-state", "false");
        var me = lab.logIn(visitor);

        var end = visitor.follow(visitor.post(lab.page("/psc/logout"), me.hidden()));

        assertEquals(lab.page("/psc/signed-out"), end.address());
        assertTrue(end.text().contains("Vous êtes déconnecté(e)"), end.text());
        assertTrue(visitor.get(lab.page("/psc/signed-out?lang=en")).text().contains("You are logged out"));
    }

    @Test
    void where_pro_sante_connect_is_down_a_logout_ends_the_session_here_and_says_what_remains_as_does_a_login()
            throws Exception {
        var me = lab.logIn(visitor);
        // Before the start, which fetches what a login needs.
        lab.simulator().turn("fault-discovery", "503");
        lab.restartWithSessions();

        var page = visitor.post(lab.page("/psc/logout"), me.hidden());

        assertEquals(503, page.status());
        assertTrue(page.text().contains("PSC-019"), page.text());
        assertTrue(page.text().contains("fermez toutes les fenêtres du navigateur"), page.text());
        assertFalse(page.text().contains("action=\"/psc/logout\""), page.text());
        assertEquals(303, visitor.get(lab.page("/me")).status());
        var login = visitor.get(lab.page("/psc/login"));
        assertEquals(503, login.status());
        assertTrue(login.text().contains("Pro Santé Connect est indisponible."), login.text());
    }
}

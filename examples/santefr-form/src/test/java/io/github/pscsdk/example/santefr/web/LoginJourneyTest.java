package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.loginui.PscButton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To Pro Santé Connect and back: one honest login, and one mishap or attack per test. */
class LoginJourneyTest {
    private static final String SESSION = "santefr-session";

    private final Visitor visitor = new Visitor();

    private final WebLab lab = WebLab.shared();

    @Test
    void a_professional_comes_back_logged_in_and_reads_who_they_are() throws Exception {
        var home = visitor.get(lab.page("/"));
        assertTrue(home.text().contains(">" + PscButton.LABEL + "</a>"), home.text());
        assertTrue(home.text().contains("href=\"" + lab.base + "/login\""), home.text());

        var me = lab.logIn(visitor);

        assertEquals(lab.page("/me"), me.address());
        assertEquals(200, me.status());
        for (var text : new String[] {
            "CLARIMELLE FICTIVE-MORTIER", "99999100011", "Pharmacien", "Libéral", "3 place DU MARCHE INVENTE"
        }) {
            assertTrue(me.text().contains(text), text);
        }
        assertTrue(visitor.cookie(lab.base, "santefr-logins").isEmpty());
    }

    @Test
    void whoever_is_logged_in_is_not_asked_to_log_in() throws Exception {
        lab.logIn(visitor);

        assertEquals(lab.page("/me"), visitor.get(lab.page("/")).location());
    }

    @Test
    void a_refusal_is_a_page_with_the_remedy_and_a_way_to_begin_again() throws Exception {
        lab.seat("899999100045");

        var page = lab.logIn(visitor);

        assertEquals(403, page.status());
        assertTrue(page.text().contains("La connexion a été refusée."), page.text());
        assertTrue(page.text().contains("href=\"" + lab.base + "/login\""), page.text());
        assertTrue(visitor.cookie(lab.base, SESSION).isEmpty());

        var english = visitor.get(lab.page("/problem/PSC-001?lang=en"));
        assertTrue(page.text().contains("href=\"/problem/PSC-001?lang=en\""), page.text());
        assertEquals(403, english.status());
        assertTrue(english.text().contains("<h1>The login was refused.</h1>"), english.text());
    }

    @Test
    void a_pro_sante_connect_that_is_down_is_a_page_that_says_so(@TempDir Path folder) throws Exception {
        try (var fresh = WebLab.open(folder)) {
            fresh.simulator.turn("fault-discovery", "503");

            var page = visitor.get(fresh.page("/login"));

            assertEquals(503, page.status());
            assertEquals("60", page.header("Retry-After"));
            assertTrue(page.text().contains("Pro Santé Connect est indisponible."), page.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "899999100169, 502, PSC-043",
        "899999100128, 502, PSC-023",
        "899999100185, 502, PSC-024",
    })
    void a_login_that_cannot_be_trusted_opens_nothing(String persona, int status, String code) throws Exception {
        lab.seat(persona);

        var page = lab.logIn(visitor);

        assertEquals(status, page.status());
        assertTrue(page.text().contains(code), page.text());
        assertTrue(visitor.cookie(lab.base, SESSION).isEmpty());
    }

    @Test
    void a_return_works_once() throws Exception {
        var callback = lab.callback(visitor);
        var cookie = "santefr-login-" + callback.getQuery().replaceFirst(".*\\bstate=(.{12}).*", "$1");
        var state = visitor.cookie(lab.base, cookie);
        assertFalse(state.isEmpty());
        assertEquals(303, visitor.get(callback).status());

        // Even by a browser that still has the cookie.
        visitor.setCookie(lab.base, cookie, state);
        var replayed = visitor.get(callback);

        assertEquals(400, replayed.status());
        assertTrue(replayed.text().contains("PSC-009"), replayed.text());
    }

    @Test
    void a_return_belongs_to_the_browser_that_set_out() throws Exception {
        var callback = lab.callback(visitor);
        var other = new Visitor();

        var stolen = other.get(callback);

        assertEquals(400, stolen.status());
        assertTrue(other.cookie(lab.base, SESSION).isEmpty());
        assertEquals(lab.page("/me"), visitor.get(callback).location(), "the login still waits for its own browser");
    }

    @ParameterizedTest
    @CsvSource({
        "/callback",
        "/callback?state=&code=x",
        "/callback?code=x&state=unknownunknownunknownunknown",
        "/callback?error=access_denied&state=unknownunknownunknownunknown",
        "/callback?state=a&state=b&code=x",
    })
    void a_return_that_nobody_waits_for_is_refused(String path) throws Exception {
        visitor.get(lab.page("/login"));

        var page = visitor.get(lab.page(path));

        assertEquals(400, page.status());
        assertTrue(page.text().contains("PSC-009"), page.text());
    }

    @Test
    void two_tabs_may_log_in_at_the_same_time() throws Exception {
        var first = lab.callback(visitor);
        var second = lab.callback(visitor);

        assertEquals(lab.page("/me"), visitor.get(first).location());
        assertEquals(lab.page("/me"), visitor.get(second).location());
    }

    @Test
    void a_login_given_up_for_ten_minutes_waits_no_longer() throws Exception {
        var callback = lab.callback(visitor);

        lab.clock.advance(Duration.ofMinutes(10));

        assertEquals(400, visitor.get(callback).status());
    }

    @Test
    void each_login_has_a_new_handle_and_leaves_the_former_session_without_effect() throws Exception {
        visitor.setCookie(lab.base, SESSION, "fixed-by-somebody-else");
        lab.logIn(visitor);
        var first = visitor.cookie(lab.base, SESSION);
        assertNotEquals("fixed-by-somebody-else", first);

        lab.logIn(visitor);

        assertNotEquals(first, visitor.cookie(lab.base, SESSION));
        var thief = new Visitor();
        thief.setCookie(lab.base, SESSION, first);
        assertEquals(
                "/?notice=session-over", relative(thief.get(lab.page("/me")).location()));
        assertEquals(0, lab.logouts());
    }

    @Test
    void a_page_that_needs_a_login_leads_to_the_connection_page() throws Exception {
        var answer = visitor.get(lab.page("/me"));

        assertEquals(303, answer.status());
        assertEquals("/?notice=login-needed", relative(answer.location()));
        assertTrue(visitor.follow(answer).text().contains("Connectez-vous pour voir cette page."));
    }

    @Test
    void thirty_minutes_without_activity_end_the_session_here_and_the_page_says_so() throws Exception {
        lab.logIn(visitor);

        lab.clock.advance(Duration.ofMinutes(30));
        var over = visitor.follow(visitor.get(lab.page("/me")));

        assertEquals(200, over.status());
        assertTrue(over.text().contains("Votre session est terminée"), over.text());
        assertTrue(visitor.cookie(lab.base, SESSION).isEmpty());
        assertEquals(0, lab.logouts(), "ending by itself is no logout at Pro Santé Connect");
    }

    @Test
    void four_hours_end_the_session_whatever_the_activity() throws Exception {
        lab.logIn(visitor);

        for (var i = 0; i < 9; i++) {
            lab.clock.advance(Duration.ofMinutes(26));
            assertEquals(200, visitor.get(lab.page("/me")).status());
        }
        lab.clock.advance(Duration.ofMinutes(6));

        assertEquals(
                "/?notice=session-over", relative(visitor.get(lab.page("/")).location()));
    }

    @Test
    void an_address_that_leads_nowhere_is_a_page_for_a_browser_and_json_for_software() throws Exception {
        var page = visitor.get(lab.page("/nowhere"));

        assertEquals(404, page.status());
        assertTrue(page.text().contains("Page introuvable"), page.text());
        assertEquals(404, visitor.get(lab.page("/problem/PSC-999")).status());
        assertFalse(lab.logIn(new Visitor()).text().contains("Page introuvable"));
    }

    private static String relative(URI address) {
        return address.getPath() + "?" + address.getQuery();
    }
}

package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To Pro Santé Connect and back: one honest login, and one mishap or attack per test. */
class LoginTest {
    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void a_professional_comes_back_logged_in_and_reads_who_they_are() throws Exception {
        var home = visitor.get(lab.page("/"));
        assertTrue(home.text().contains(">" + PscButton.LABEL + "</a>"), home.text());
        assertTrue(home.text().contains("href=\"" + lab.page("/psc/login") + "\""), home.text());

        var me = lab.logIn(visitor);

        assertEquals(lab.page("/me"), me.address());
        for (var text : new String[] {
            "CLARIMELLE FICTIVE-MORTIER", "899999100011", "Pharmacien", "Libéral", "3 place DU MARCHE INVENTE"
        }) {
            assertTrue(me.text().contains(text), text);
        }
        assertEquals(Optional.empty(), visitor.cookie("psc-logins"));
        assertEquals(lab.page("/me"), visitor.get(lab.page("/")).location(), "no need to log in again");
    }

    @Test
    void a_refusal_is_a_page_with_the_remedy_the_button_and_an_address_in_english() throws Exception {
        lab.seat("899999100045");

        var page = lab.logIn(visitor);

        assertEquals(403, page.status());
        assertTrue(page.text().contains("La connexion a été refusée."), page.text());
        assertTrue(page.text().contains(">" + PscButton.LABEL + "</a>"), page.text());
        assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
        assertTrue(page.text().contains("href=\"/problem/PSC-001?lang=en\""), page.text());
        assertTrue(
                visitor.get(lab.page("/problem/PSC-001?lang=en")).text().contains("<h1>The login was refused.</h1>"));
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
        assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
    }

    @Test
    void a_pro_sante_connect_that_is_down_is_a_page_that_says_so() throws Exception {
        try (var fresh = PracticeLab.open()) {
            fresh.simulator().dials().turn(Dial.fault(Endpoint.DISCOVERY), new Fault.Status(503));

            var page = visitor.get(fresh.page("/psc/login"));

            assertEquals(503, page.status());
            assertTrue(page.text().contains("Pro Santé Connect est indisponible."), page.text());
        }
    }

    @Test
    void a_return_works_once_even_in_a_browser_that_still_has_the_cookie() throws Exception {
        var callback = lab.callback(visitor);
        var logins = visitor.cookie("psc-logins").orElseThrow();
        assertEquals(lab.page("/me"), visitor.get(callback).location());

        visitor.put(lab.page("/"), "psc-logins", logins);
        var replayed = visitor.get(callback);

        assertEquals(400, replayed.status());
        assertTrue(replayed.text().contains("PSC-009"), replayed.text());
    }

    @Test
    void a_return_belongs_to_the_browser_that_set_out() throws Exception {
        var callback = lab.callback(visitor);
        var other = new Visitor();

        assertEquals(400, other.get(callback).status());
        assertEquals(Optional.empty(), other.cookie(PracticeLab.SESSION));
        assertEquals(lab.page("/me"), visitor.get(callback).location(), "the login still waits for its own browser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/psc/callback",
                "/psc/callback?state=&code=x",
                "/psc/callback?code=x&state=unknownunknownunknownunknown",
                "/psc/callback?error=access_denied&state=unknownunknownunknownunknown",
                "/psc/callback?state=a&state=b&code=x"
            })
    void a_return_that_nobody_waits_for_is_refused(String path) throws Exception {
        visitor.get(lab.page("/psc/login"));

        var page = visitor.get(lab.page(path));

        assertEquals(400, page.status());
        assertTrue(page.text().contains("PSC-009"), page.text());
    }

    @Test
    void a_login_given_up_for_ten_minutes_waits_no_longer() throws Exception {
        var callback = lab.callback(visitor);

        lab.clock().advance(Duration.ofMinutes(10));

        assertEquals(400, visitor.get(callback).status());
    }

    @Test
    void two_tabs_may_log_in_at_the_same_time() throws Exception {
        var first = lab.callback(visitor);
        var second = lab.callback(visitor);

        assertEquals(lab.page("/me"), visitor.get(first).location());
        assertEquals(lab.page("/me"), visitor.get(second).location());
    }

    @Test
    void each_login_has_a_new_handle_and_leaves_the_former_session_without_effect() throws Exception {
        visitor.put(lab.page("/"), PracticeLab.SESSION, "fixed-by-somebody-else");
        lab.logIn(visitor);
        var first = visitor.cookie(PracticeLab.SESSION).orElseThrow();
        assertNotEquals("fixed-by-somebody-else", first);

        lab.logIn(visitor);

        assertNotEquals(first, visitor.cookie(PracticeLab.SESSION).orElseThrow());
        var thief = new Visitor();
        thief.put(lab.page("/"), PracticeLab.SESSION, first);
        assertEquals(lab.page("/session-over"), thief.get(lab.page("/me")).location());
    }
}

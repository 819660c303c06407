package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a session, from whichever side it comes, and what is asked for after it. */
class SessionTest {

    private final TestSite site = TestSite.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void a_page_that_needs_a_login_says_so() throws Exception {
        assertEquals(site.page("/login-needed"), visitor.get(site.page("/me")).location());
    }

    @Test
    void thirty_minutes_without_activity_end_the_session_and_that_is_said_once() throws Exception {
        site.logIn(visitor);
        var logouts = site.simulator().count(Endpoint.LOGOUT);

        site.clock().advance(Duration.ofMinutes(30));

        assertEquals(site.page("/session-over"), visitor.get(site.page("/me")).location());
        assertEquals(site.page("/login-needed"), visitor.get(site.page("/me")).location());
        assertEquals(logouts, site.simulator().count(Endpoint.LOGOUT), "the one at Pro Santé Connect lives on");
    }

    @Test
    void a_session_that_pro_sante_connect_ends_is_over_at_once() throws Exception {
        try (var own = TestSite.open()) {
            own.logIn(visitor);
            assertEquals(200, visitor.get(own.page("/me")).status());

            assertEquals(200, own.endSessions());

            assertEquals(own.page("/session-over"), visitor.get(own.page("/me")).location());
            assertEquals(Optional.empty(), visitor.cookie(TestSite.SESSION));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eyJhbGciOiJub25lIn0.e30."})
    void a_reported_logout_that_pro_sante_connect_has_not_signed_is_refused_and_ends_nothing(String token)
            throws Exception {
        site.logIn(visitor);

        var answer = visitor.post(site.page("/psc/logout/backchannel"), Map.of("logout_token", token));

        assertEquals(400, answer.status());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(200, visitor.get(site.page("/me")).status());
    }

    @Test
    void a_form_that_comes_too_late_is_known_by_the_token_of_its_session() throws Exception {
        var me = site.logIn(visitor);
        site.clock().advance(Duration.ofMinutes(30));

        var late = visitor.post(site.page("/entry"), me.hidden());

        assertEquals(410, late.status());
        assertEquals("late, of that session", late.text());
    }

    @Test
    void a_form_that_comes_too_late_without_a_token_is_anybodys() throws Exception {
        site.logIn(visitor);
        site.clock().advance(Duration.ofMinutes(30));

        assertEquals(
                "late, of anybody", visitor.post(site.page("/entry"), Map.of()).text());
        assertEquals(
                "late, of anybody",
                new Visitor().post(site.page("/entry"), Map.of()).text());
    }
}

package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The explicit logout: here, at Pro Santé Connect, and back. */
class LogoutTest {
    private static final String SESSION = "santefr-session";

    private final Visitor visitor = new Visitor();

    private final WebLab lab = WebLab.shared();

    @Test
    void logging_out_ends_both_sessions_and_comes_back_with_the_state() throws Exception {
        var me = lab.logIn(visitor);
        var handle = visitor.cookie(lab.base, SESSION);

        var leave = visitor.post(lab.page("/logout"), me.fields());
        assertEquals(303, leave.status());
        assertTrue(leave.location().toString().startsWith(lab.simulator.issuer() + "/protocol/openid-connect/logout?"));
        var back = visitor.get(leave.location());
        assertTrue(back.location().getQuery().startsWith("state="), "the state came back");
        var end = visitor.follow(back);

        assertEquals(200, end.status());
        assertTrue(end.text().contains("Vous êtes déconnecté(e)"), end.text());
        assertEquals(1, lab.logouts());
        assertTrue(visitor.cookie(lab.base, SESSION).isEmpty());
        visitor.setCookie(lab.base, SESSION, handle);
        assertEquals(303, visitor.get(lab.page("/me")).status(), "the handle is worth nothing any longer");
    }

    @Test
    void a_return_without_the_state_is_recognised_by_the_browser_and_reads_in_both_languages() throws Exception {
        lab.simulator.turn("logout-echoes-state", "false");
        var me = lab.logIn(visitor);

        var end = visitor.follow(visitor.post(lab.page("/logout"), me.fields()));

        assertEquals(lab.page("/signed-out"), end.address());
        assertTrue(end.text().contains("Vous êtes déconnecté(e)"), end.text());
        var english = visitor.get(lab.page("/signed-out?lang=en"));
        assertTrue(english.text().contains("You are logged out"), english.text());
    }

    @Test
    void a_return_of_another_logout_says_nothing() throws Exception {
        var me = lab.logIn(visitor);
        visitor.follow(visitor.post(lab.page("/logout"), me.fields()));

        assertEquals(303, visitor.get(lab.page("/signed-out?state=another")).status());
        assertEquals(303, new Visitor().get(lab.page("/signed-out")).status());
    }

    @Test
    void a_form_without_the_token_of_the_session_is_refused() throws Exception {
        var others = new Visitor();
        var token = lab.logIn(others).fields();
        lab.logIn(visitor);

        for (var fields : List.of(Map.<String, String>of(), Map.of("csrf", ""), Map.of("csrf", "guess"), token)) {
            var refused = visitor.post(lab.page("/logout"), fields);

            assertEquals(403, refused.status());
            assertTrue(refused.text().contains("Demande refusée"), refused.text());
        }
        assertEquals(200, visitor.get(lab.page("/me")).status(), "still logged in");
        assertEquals(0, lab.logouts());
    }

    @Test
    void a_form_that_is_too_large_is_not_read() throws Exception {
        var me = lab.logIn(visitor);

        var refused = visitor.post(
                lab.page("/logout"),
                Map.of("padding", "x".repeat(300_000), "csrf", me.fields().get("csrf")));

        assertEquals(413, refused.status());
        assertEquals(200, visitor.get(lab.page("/me")).status(), "still logged in");
    }

    @Test
    void the_token_of_the_form_does_not_give_the_handle_away() throws Exception {
        var me = lab.logIn(visitor);

        assertTrue(!me.text().contains(visitor.cookie(lab.base, SESSION)));
    }

    @Test
    void a_link_cannot_log_anybody_out() throws Exception {
        lab.logIn(visitor);

        assertEquals(404, visitor.get(lab.page("/logout")).status());
        assertEquals(200, visitor.get(lab.page("/me")).status());
    }

    @Test
    void logging_out_of_a_session_that_is_over_says_that_it_is_over() throws Exception {
        var me = lab.logIn(visitor);
        lab.clock.advance(Duration.ofMinutes(30));

        var answer = visitor.follow(visitor.post(lab.page("/logout"), me.fields()));

        assertTrue(answer.text().contains("Votre session est terminée"), answer.text());
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Login pages at which nobody does anything. */
class LoginPageTimeoutTest extends WithInteractiveSimulator {
    @Test
    void a_page_left_open_without_a_choice_expires_says_so_and_leads_back() throws Exception {
        var login = loginPage();
        clock.advance(Duration.ofMinutes(30));

        var over = again(login).assertOk();

        assertTrue(over.response().body().contains("elle a expiré."));
        assertFalse(over.response().body().contains("<form"));
        assertEquals("access_denied", goBack(over).get("error"));
    }

    @Test
    void a_choice_after_the_page_has_expired_asks_nobody() throws Exception {
        var login = loginPage();
        clock.advance(Duration.ofMinutes(30));

        var over = visitor.submit(login, "channel", "MOBILE", "identifier", Personas.PHARMACIST.value());

        assertTrue(over.response().body().contains("elle a expiré."));
        assertFalse(open("/phone").response().body().contains("<form"));
    }

    @Test
    void a_page_left_open_for_hours_is_forgotten_when_somebody_else_comes() throws Exception {
        var login = loginPage();
        clock.advance(Duration.ofMinutes(30).plusHours(4));

        assertEquals(200, again(login).status());
        loginPage();

        assertEquals(404, again(login).status());
    }
}

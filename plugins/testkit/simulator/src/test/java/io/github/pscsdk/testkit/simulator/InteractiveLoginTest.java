package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractiveLoginTest extends WithInteractiveSimulator {
    private static final String DOCTOR = "899999100029";

    @Test
    void the_number_chosen_on_the_phone_leads_back_with_a_code_for_tokens() throws Exception {
        var waiting = waitingPage("MOBILE", DOCTOR);
        var phone = open("/phone");
        var offered = Visitor.choices(phone);

        var done = visitor.submit(phone, "number", Visitor.number(waiting));
        var callback = BrowserLogin.callback(again(waiting));

        assertEquals(3, new HashSet<>(offered).size());
        assertTrue(done.response().body().contains("Connexion confirmée."));
        assertEquals("a state & more", callback.get("state"));
        assertEquals(simulator.issuer().toString(), callback.get("iss"));
        var tokens = caller.post("token", BrowserLogin.exchange(callback.get("code")))
                .assertOk();
        assertEquals("MOBILE", tokens.claims("id_token").path("authMode").asText());
        assertEquals(
                DOCTOR, tokens.claims("id_token").path("preferred_username").asText());
    }

    @Test
    void the_code_of_the_card_leads_back_with_a_code_for_tokens() throws Exception {
        var waiting = waitingPage("CARD", DOCTOR);

        visitor.submit(open("/cps-gestion"), "code", "1234");

        var callback = BrowserLogin.callback(again(waiting));
        var tokens = caller.post("token", BrowserLogin.exchange(callback.get("code")))
                .assertOk();
        assertEquals("CARD", tokens.claims("id_token").path("authMode").asText());
    }

    @Test
    void whoever_was_led_to_the_login_of_a_hospital_is_logged_in_by_its_means() throws Exception {
        var request = BrowserLogin.request();
        request.put("kc_idp_hint", "chu");
        var waiting = visitor.submit(loginPage(request), "channel", "CARD", "identifier", DOCTOR);

        visitor.submit(open("/cps-gestion"), "code", "1234");

        var callback = BrowserLogin.callback(again(waiting));
        var tokens = caller.post("token", BrowserLogin.exchange(callback.get("code")))
                .assertOk();
        assertEquals(
                "IDENTITY_BROKER", tokens.claims("id_token").path("authMode").asText());
    }

    @Test
    void the_page_of_the_card_and_the_login_page_show_the_same_two_digits() throws Exception {
        var waiting = waitingPage("CARD", DOCTOR);

        var number = Visitor.number(waiting);

        assertTrue(number.matches("[0-9]{2}"));
        assertEquals(number, Visitor.number(open("/cps-gestion")));
    }

    @Test
    void the_page_waits_while_nobody_answers() throws Exception {
        var waiting = waitingPage("MOBILE", DOCTOR);

        var looked = again(waiting).assertOk();

        assertTrue(looked.response().body().contains("En attente de votre confirmation"));
        assertTrue(looked.response().body().contains("<noscript><meta http-equiv=\"refresh\""));
    }

    @Test
    void another_number_refuses() throws Exception {
        var waiting = waitingPage("MOBILE", DOCTOR);
        var phone = open("/phone");
        var wrong = Visitor.choices(phone).stream()
                .filter(number -> !number.equals(Visitor.number(waiting)))
                .findFirst()
                .orElseThrow();

        var done = visitor.submit(phone, "number", wrong);
        var over = again(waiting).assertOk();

        assertTrue(done.response().body().contains("pas le bon nombre"));
        assertTrue(over.response().body().contains("La connexion a été refusée."));
        assertRefused(over);
    }

    @Test
    void a_refusal_on_the_phone_is_shown_and_returned() throws Exception {
        var waiting = waitingPage("MOBILE", DOCTOR);

        visitor.submit(open("/phone"), "refuse", "yes");

        assertRefused(again(waiting).assertOk());
    }

    @Test
    void a_refusal_beside_the_card_is_shown_and_returned() throws Exception {
        var waiting = waitingPage("CARD", DOCTOR);

        visitor.submit(open("/cps-gestion"), "refuse", "yes");

        assertRefused(again(waiting).assertOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {DOCTOR, "899999100060"})
    void nobody_in_time_is_shown_and_returned(String identifier) throws Exception {
        var waiting = waitingPage("MOBILE", identifier);

        clock.advance(Duration.ofSeconds(120));

        var over = again(waiting).assertOk();
        assertTrue(over.response().body().contains("Personne n’a confirmé à temps."));
        assertFalse(open("/phone").response().body().contains("<form"));
        assertRefused(over);
    }

    @Test
    void the_service_is_called_by_its_name_everywhere() throws Exception {
        var request = BrowserLogin.request();
        request.put("client_id", "cabinet-7");

        var login = loginPage(request);
        var waiting = visitor.submit(login, "channel", "MOBILE", "identifier", DOCTOR);
        var phone = open("/phone");
        visitor.submit(phone, "number", Visitor.number(waiting));
        again(waiting);

        assertTrue(login.response().body().contains("<strong>Cabinet des Essais</strong>"));
        assertTrue(waiting.response().body().contains("<strong>Cabinet des Essais</strong>"));
        assertTrue(phone.response().body().contains("<h2>Cabinet des Essais</h2>"));
        assertTrue(open("/cockpit").response().body().contains("<td>Cabinet des Essais</td>"), "an open session");
    }

    @Test
    void whoever_cancels_goes_back_refused_and_the_phone_forgets() throws Exception {
        var waiting = waitingPage("MOBILE", DOCTOR);

        assertRefused(waiting);

        assertFalse(open("/phone").response().body().contains("<form"));
    }

    @Test
    void a_persona_that_refuses_does_so_by_itself() throws Exception {
        assertRefused(waitingPage("MOBILE", "899999100045"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"899999100086", "899999100243"})
    void an_unknown_identifier_may_be_corrected(String identifier) throws Exception {
        var again = waitingPage("MOBILE", identifier);

        assertTrue(again.response().body().contains("role=\"alert\">Aucun professionnel fictif"));
        var waiting = visitor.submit(again, "channel", "MOBILE", "identifier", DOCTOR);
        assertEquals(2, Visitor.number(waiting).length());
    }

    @Test
    void an_outage_is_shown() throws Exception {
        var login = loginPage();
        var form = Visitor.hiddenFields(login);
        form.putAll(Caller.fields("channel", "MOBILE", "identifier", "899999100102"));
        var uri = login.response().uri();

        var answer = visitor.post(uri.resolve("/login"), form, "Origin", Visitor.origin(uri));

        assertEquals(503, answer.status());
        assertTrue(answer.response().body().contains("href=\"/login/return?visit="), "leads back");
        assertTrue(answer.response().body().contains("Service indisponible."));
    }

    @Test
    void the_page_never_runs_ahead_of_the_choice() throws Exception {
        var login = loginPage();

        var again = visitor.submit(login, "identifier", DOCTOR);

        assertTrue(again.response().body().contains("Choisissez la carte ou l’e-CPS."));
        assertFalse(open("/phone").response().body().contains("<form"));
    }

    @Test
    void a_login_leads_back_once() throws Exception {
        var waiting = waitingPage("MOBILE", DOCTOR);
        visitor.submit(open("/phone"), "number", Visitor.number(waiting));

        assertEquals(302, again(waiting).status());
        assertEquals(404, again(waiting).status());
    }

    @Test
    void a_request_that_is_wrong_never_reaches_the_page() throws Exception {
        var request = BrowserLogin.request();
        request.put("acr_values", "eidas2");

        assertEquals(
                "invalid_request", BrowserLogin.callback(browser.open(request)).get("error"));
    }

    private void assertRefused(Answer page) throws Exception {
        var callback = goBack(page);
        assertEquals("access_denied", callback.get("error"));
        assertEquals("a state & more", callback.get("state"));
        assertFalse(callback.containsKey("code"));
    }
}

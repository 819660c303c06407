package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person changes in the cockpit. */
class CockpitTest extends WithInteractiveSimulator {
    private static final String FAULT = "dial-fault-token";

    @Test
    void every_dial_is_there_with_all_it_can_be_turned_to() throws Exception {
        var cockpit = open("/cockpit");

        for (var dial : Dial.all()) {
            var form = Visitor.form(cockpit, "dial-" + dial.name());
            assertEquals(dial.choices(), Visitor.find(form, "<option value=\"([^\"]+)\""), dial.name());
            assertEquals(dial.choices().isEmpty(), form.contains("<input id=\"value-" + dial.name()), dial.name());
        }
    }

    @Test
    void a_choice_turns_its_dial_and_stands_there() throws Exception {
        var after = visitor.submitForm(open("/cockpit"), "dial-behaviour", "value", "REFUSES");

        assertEquals("REFUSES", simulator.dials().get("behaviour"));
        var form = Visitor.form(after, "dial-behaviour");
        assertTrue(form.contains("<option value=\"REFUSES\" selected>"), form);
        assertTrue(form.contains("<code>behaviour=REFUSES</code>"), form);
        assertTrue(after.response().body().contains("Réglage pris en compte."));
        var begun = caller.start(Personas.PHARMACIST.value()).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        caller.poll(begun).assertRefused(400, "access_denied");
    }

    @Test
    void a_fault_breaks_its_endpoint_until_it_is_turned_back() throws Exception {
        var turned = visitor.submitForm(open("/cockpit"), FAULT, "value", " 503 ");
        var broken = caller.poll("none").status();

        var back = visitor.submitForm(turned, FAULT, "value", "503", "reset", "yes");

        assertTrue(turned.response().body().contains("<details open>"), "in sight");
        assertEquals(503, broken);
        assertEquals(400, caller.poll("none").status());
        assertTrue(back.response().body().contains("<details>"), "out of the way");
        assertFalse(Visitor.form(back, FAULT).contains("name=\"reset\""), "nothing to turn back");
    }

    @Test
    void a_dial_turned_to_nothing_is_as_usual() throws Exception {
        simulator.turn("drift", "NEW_ACR");

        visitor.submitForm(open("/cockpit"), "dial-drift", "value", "");

        assertFalse(simulator.dials().containsKey("drift"));
    }

    @Test
    void one_button_turns_all_dials_back() throws Exception {
        simulator.turn("drift", "NEW_ACR").turn("fault-token", "500");

        var after = visitor.submitForm(open("/cockpit"), "reset-dials", "reset-all", "yes");

        assertEquals(0, simulator.dials().size());
        assertTrue(after.response().body().contains("Réglages modifiés\u00A0: <strong>0</strong>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "PT11M", "EXPLODES", "\"><script>"})
    void what_a_dial_cannot_be_turned_to_is_told_at_its_field(String value) throws Exception {
        var after = visitor.submitForm(open("/cockpit"), FAULT, "value", value);

        var form = Visitor.form(after, FAULT);
        assertTrue(form.contains("<div id=\"problem-fault-token\"><p class=\"problem\" role=\"alert\">"), form);
        assertTrue(form.contains(" aria-describedby=\"problem-fault-token hint-faults\" aria-invalid=\"true\""), form);
        assertEquals(1, Visitor.find(after.response().body(), "(aria-invalid)").size());
        assertTrue(after.response().body().contains("<details open>"), "in sight");
        assertFalse(after.response().body().contains("<script>"));
        assertTrue(after.response().body().contains("<title>Poste de pilotage – Erreur – "));
        assertEquals(0, simulator.dials().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT5M", "PT30M", "PT4H"})
    void a_button_lets_time_pass(String step) throws Exception {
        var cockpit = open("/cockpit");
        var before = clock.instant();
        assertTrue(Visitor.form(cockpit, "clock-steps").contains("name=\"by\" value=\"" + step + "\""));

        visitor.submitForm(cockpit, "clock-steps", "by", step);

        assertEquals(before.plus(Duration.parse(step)), clock.instant());
    }

    @Test
    void time_that_passes_ends_sessions_in_sight() throws Exception {
        var waiting = waitingPage("MOBILE", Personas.PHARMACIST.value());
        visitor.submit(open("/phone"), "number", Visitor.number(waiting));
        again(waiting);
        var cockpit = open("/cockpit");

        var after = visitor.submitForm(cockpit, "clock-free", "by", "P1D");

        assertTrue(cockpit.response().body().contains("Sessions\u00A0: <strong>1</strong>"));
        assertTrue(after.response().body().contains("Sessions\u00A0: <strong>0</strong>"));
        assertTrue(after.response().body().contains("L’horloge a avancé."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 h", "PT-1M", "P99999999D", "PT2562047788015215H"})
    void what_is_no_time_to_pass_is_told_at_its_field(String step) throws Exception {
        var before = clock.instant();

        var after = visitor.submitForm(open("/cockpit"), "clock-free", "by", step);

        var form = Visitor.form(after, "clock-free");
        assertTrue(form.contains("<div id=\"problem-by\"><p class=\"problem\" role=\"alert\">"), form);
        assertTrue(form.contains(" value=\"" + step + "\""), form);
        assertTrue(form.contains(" aria-describedby=\"problem-by hint-by\" aria-invalid=\"true\""), form);
        assertEquals(before, clock.instant());
    }

    @Test
    void tells_the_time_in_the_language_of_the_reader() throws Exception {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2031-07-14T12:00:00Z")));

        var french = visitor.open(page("/cockpit/now")).response().body();
        var english = new Visitor("en").open(page("/cockpit/now")).response().body();

        assertTrue(french.startsWith("lundi 14 juillet 2031, "), french);
        assertTrue(english.startsWith("Monday 14 July 2031, "), english);
        assertTrue(open("/cockpit").response().body().contains(">" + french + "<"));
    }

    @Test
    void a_clock_that_cannot_be_moved_has_no_buttons() throws Exception {
        try (var other = PscSimulator.builder().client(Caller.registration()).start()) {
            var cockpit = visitor.open(other.pages().resolve("/cockpit"));

            assertFalse(cockpit.response().body().contains("/cockpit/clock"));
            assertTrue(cockpit.response().body().contains("son horloge ne peut pas être avancée"));
        }
    }

    @Test
    void the_key_that_signs_is_changed_and_the_former_one_stays_published() throws Exception {
        var certs = URI.create(simulator.issuer() + "/protocol/openid-connect/certs");
        var former = caller.get(certs).json().path("keys").path(0).path("kid").asText();

        var after = visitor.submitForm(open("/cockpit"), "rotate-keys");

        var keys = caller.get(certs).json().path("keys");
        var active = keys.path(0).path("kid").asText();
        assertTrue(after.response().body().contains(">" + active + "<"));
        assertFalse(active.equals(former));
        assertEquals(former, keys.path(1).path("kid").asText());
    }

    @Test
    void a_form_from_elsewhere_or_without_its_token_changes_nothing() throws Exception {
        var before = clock.instant();
        var cockpit = open("/cockpit");
        var fields = Visitor.hiddenFields(Visitor.form(cockpit, "dial-behaviour"));
        fields.putAll(Caller.fields("value", "REFUSES", "by", "PT4H"));

        for (var path : List.of("/cockpit/dials", "/cockpit/clock", "/cockpit/keys")) {
            assertEquals(
                    403,
                    visitor.post(page(path), fields, "Origin", "https://attaquant.example.invalid")
                            .status());
            fields.put("token", "abc");
            assertEquals(
                    403,
                    visitor.post(page(path), fields, "Origin", Visitor.origin(page("/")))
                            .status());
        }

        assertEquals(0, simulator.dials().size());
        assertEquals(before, clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cockpit/dials", "/cockpit/clock", "/cockpit/keys", "/"})
    void an_address_that_only_takes_forms_leads_to_the_cockpit(String path) throws Exception {
        var answer = visitor.get(page(path));

        assertEquals(303, answer.status());
        assertTrue(answer.header("Location").startsWith("/cockpit"));
    }
}

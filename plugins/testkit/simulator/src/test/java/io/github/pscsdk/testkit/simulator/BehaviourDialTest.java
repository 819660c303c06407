package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourDialTest extends WithSimulator {
    private static final String APPROVING = "899999100011";

    @ParameterizedTest
    @CsvSource({
        "REFUSES, access_denied",
        "EXPIRES, expired_token",
        "NEVER_ANSWERS, authorization_pending",
        "SLOWS_DOWN, slow_down",
        "GRANT_REJECTED, invalid_grant"
    })
    void anybody_may_be_dialled_to_answer_otherwise(Behaviour behaviour, String error) throws Exception {
        simulator.turn("behaviour", behaviour.name());
        var id = caller.start(APPROVING).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));

        caller.poll(id).assertRefused(400, error);
    }

    @Test
    void every_choice_of_a_dial_turns_it_to_just_that() {
        for (var dial : Dial.all()) {
            dial.choices()
                    .forEach(choice -> assertEquals(choice, dial.parse(choice).toString()));
        }

        assertEquals(List.of("true", "false"), Dial.LOGOUT_ECHOES_STATE.choices());
        assertEquals(Behaviour.values().length, Dial.BEHAVIOUR.choices().size());
        assertEquals(List.of(), Dial.fault(Endpoint.TOKEN).choices());
    }

    @Test
    void whoever_never_answers_runs_into_the_deadline() throws Exception {
        simulator.turn("behaviour", "NEVER_ANSWERS");
        var id = caller.start(APPROVING).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(120));

        caller.poll(id).assertRefused(400, "expired_token");
    }

    @Test
    void the_login_page_obeys_too_and_a_reset_gives_the_persona_back() throws Exception {
        var browser = new BrowserLogin(simulator, caller);
        simulator.turn("behaviour", "REFUSES");
        assertEquals(
                "access_denied",
                BrowserLogin.callback(browser.open(BrowserLogin.request())).get("error"));

        simulator.reset("behaviour");

        assertFalse(browser.code().isEmpty());
    }

    @Test
    void a_logout_may_forget_the_state() throws Exception {
        simulator.turn("logout-echoes-state", "false");

        var answer = caller.get(URI.create(caller.endpoint("logout") + "?"
                + Caller.encoded(Caller.fields(
                        "id_token_hint", login(APPROVING).text("id_token"),
                        "post_logout_redirect_uri", Caller.POST_LOGOUT.toString(),
                        "state", "a b"))));

        assertEquals(Caller.POST_LOGOUT.toString(), answer.header("Location"));
    }

    @Test
    void dials_have_names_and_tell_how_they_are_turned() {
        assertEquals(Optional.of(Dial.fault(Endpoint.API_TOKEN)), Dial.named("fault-api-token"));
        var unknown = assertThrows(IllegalArgumentException.class, () -> simulator.turn("volume", "11"));
        assertTrue(unknown.getMessage().contains("fault-api-token"), unknown::getMessage);
        assertThrows(IllegalArgumentException.class, () -> simulator.reset("volume"));
        assertEquals(
                Dial.all().size(),
                Dial.all().stream().map(Dial::name).distinct().count());
        simulator.turn("behaviour", "refuses");
        simulator.turn("fault-token", "PT2S");
        assertEquals(Map.of("behaviour", "REFUSES", "fault-token", "PT2S"), simulator.dials());

        simulator.resetDials();

        assertTrue(simulator.dials().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> simulator.turn("behaviour", "sings"));
        assertThrows(IllegalArgumentException.class, () -> simulator.turn("slow-connect-auth", "one hour"));
        assertThrows(IllegalArgumentException.class, () -> simulator.turn("logout-echoes-state", "maybe"));
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Dial;
import io.github.pscsdk.testkit.simulator.model.Strictness;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real clients send (pro-sante-connect, section 15.4): refused with a word on it, and taken where a dial says so. */
class KnownClientsTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";

    private final BrowserLogin browser = new BrowserLogin(simulator, caller);

    /** What differs from an orderly login. */
    private interface Login {
        /** The error, or an empty text where there is none, and what explains it. */
        Map<String, String> attempt(KnownClientsTest test) throws Exception;
    }

    private static Login inTheBrowser(String name, String value) {
        return test -> {
            var request = BrowserLogin.request();
            request.put(name, value);
            return BrowserLogin.callback(test.browser.open(request));
        };
    }

    private static Login onTheBackChannel(String name, String value) {
        return test -> {
            var request = Caller.backchannel(PHARMACIST);
            request.put(name, value);
            return error(test.caller.post("ext/ciba/auth", request));
        };
    }

    private static Map<String, String> error(Answer answer) {
        return answer.status() == 200
                ? Map.of()
                : Map.of("error", answer.text("error"), "error_description", answer.text("error_description"));
    }

    private static final Login FINAL_SLASH = test -> BrowserLogin.callback(test.caller.get(
            URI.create(test.simulator.authorizationEndpoint() + "/?" + Caller.encoded(BrowserLogin.request()))));

    private static final Login SECRET_TWICE = test -> {
        var request = Caller.backchannel(PHARMACIST);
        request.put("client_id", Caller.ID);
        request.put("client_secret", Caller.SECRET);
        return error(test.caller.post("ext/ciba/auth", request));
    };

    static Stream<Login> logins() {
        return Stream.of(
                inTheBrowser("scope", "scope_all"),
                inTheBrowser("acr_values", ""),
                onTheBackChannel("scope", "scope_all"),
                onTheBackChannel("acr_values", ""),
                FINAL_SLASH,
                SECRET_TWICE);
    }

    @ParameterizedTest
    @MethodSource("logins")
    void is_refused_and_the_answer_and_the_cockpit_say_that_the_real_service_may_take_it(Login login) throws Exception {
        var answer = login.attempt(this);

        assertTrue(answer.containsKey("error"), answer::toString);
        assertTrue(answer.get("error_description").endsWith("dial strictness=AS_KNOWN"), answer::toString);
        var cockpit =
                caller.get(simulator.pages().resolve("/cockpit")).response().body();
        assertTrue(cockpit.contains("dial strictness=AS_KNOWN"), cockpit);
    }

    @ParameterizedTest
    @MethodSource("logins")
    void is_taken_where_the_dial_says_so(Login login) throws Exception {
        simulator.dials().turn(Dial.STRICTNESS, Strictness.AS_KNOWN);

        var answer = login.attempt(this);

        assertTrue(!answer.containsKey("error"), answer::toString);
    }

    @Test
    void a_wrong_secret_beside_the_right_one_is_refused_all_the_same() throws Exception {
        simulator.dials().turn(Dial.STRICTNESS, Strictness.AS_KNOWN);
        var request = Caller.backchannel(PHARMACIST);
        request.put("client_id", Caller.ID);
        request.put("client_secret", "wrong");

        caller.post("ext/ciba/auth", request).assertRefused(401, "unauthorized_client");
    }

    @Test
    void what_nobody_is_known_to_send_stays_refused() throws Exception {
        simulator.dials().turn(Dial.STRICTNESS, Strictness.AS_KNOWN);

        assertEquals(
                "invalid_scope", inTheBrowser("scope", "openid").attempt(this).get("error"));
        assertEquals(
                "invalid_request",
                inTheBrowser("acr_values", "eidas3").attempt(this).get("error"));
    }

    @Test
    void the_control_api_tells_time_status_and_note_of_each_exchange() throws Exception {
        SECRET_TWICE.attempt(this);

        var exchange = caller.get(simulator.control().resolve("requests"))
                .assertOk()
                .json()
                .get("requests")
                .get(0);

        assertEquals(400, exchange.get("status").asInt());
        assertEquals(clock.instant().toString(), exchange.get("at").asText());
        assertTrue(exchange.get("note").asText().contains("strictness"));
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of other people and what they send (pro-sante-connect, section 15.4): refused with a word on it, and taken where a dial says so. */
class KnownClientsTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";
    private static final String ID = "logiciel";
    private static final String SECRET = "secret-fictif";

    /** A client by the requests of its login, with the parameters and the order of its published code. */
    private enum KnownClient {
        /** Spring Security without {@code openid} sends no nonce. */
        ANS_DEMONSTRATION("/login/oauth2/code/prosanteconnect", "?", "scope=scope_all", false, true),
        /** The module of a PHP provider puts the secret into the address of a request that has it in the form. */
        LEAGUE("/connect/psc/check", "?", "scope=scope_all&approval_prompt=auto", true, true),
        /** The module adds to an address with a final slash and a query. */
        DRUPAL("/openid-connect/Prosanteconnect", "/?acr_values=eidas1&", "scope=openid+scope_all", false, true),
        SYNAPSE("/_synapse/client/oidc/callback", "?", "scope=openid+scope_all&nonce=drawn", true, false);

        private final URI redirectUri;
        private final String query;
        private final boolean sendsHeader;
        private final boolean sendsForm;

        KnownClient(String path, String begin, String parameters, boolean sendsHeader, boolean sendsForm) {
            redirectUri = URI.create("https://logiciel.example.invalid" + path);
            query = begin + "response_type=code&client_id=" + ID + "&state=st%3D&" + parameters + "&redirect_uri="
                    + Caller.encode(redirectUri.toString());
            this.sendsHeader = sendsHeader;
            this.sendsForm = sendsForm;
        }

        Answer open(KnownClientsTest test) throws Exception {
            return test.caller.get(URI.create(test.simulator.authorizationEndpoint() + query));
        }

        Answer exchange(KnownClientsTest test, String code) throws Exception {
            var form = Caller.fields(
                    "grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri.toString());
            if (sendsForm) {
                form.put("client_id", ID);
                form.put("client_secret", SECRET);
            }
            return test.caller.post(
                    test.caller.endpoint("token"), sendsHeader ? Caller.basic(ID, SECRET) : "", Caller.encoded(form));
        }
    }

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
                inTheBrowser("nonce", ""),
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
        simulator.turn("strictness", "AS_KNOWN");

        var answer = login.attempt(this);

        assertTrue(!answer.containsKey("error"), answer::toString);
    }

    @ParameterizedTest
    @EnumSource
    void a_client_of_other_people_logs_in_as_it_is_where_the_dial_says_so(KnownClient client) throws Exception {
        simulator.register(SimulatedClient.withSecret(ID, SECRET).withRedirectUri(client.redirectUri));
        var strict = BrowserLogin.callback(client.open(this));
        simulator.turn("strictness", "AS_KNOWN");

        var back = URI.create(client.open(this).header("Location"));
        var code = BrowserLogin.parameters(back).get("code");
        var tokens = client.exchange(this, code).assertOk();

        assertTrue(strict.get("error_description").endsWith("dial strictness=AS_KNOWN"), strict::toString);
        assertTrue(back.toString().startsWith(client.redirectUri.toString()), back::toString);
        var claims = tokens.claims("id_token");
        var userInfo = caller.userInfo(tokens.text("access_token")).assertOk().json();
        assertEquals(claims.get("sub"), userInfo.get("sub"));
        assertTrue(userInfo.hasNonNull("given_name"), "ANS's demonstration names people by it");
        assertEquals(
                client == KnownClient.SYNAPSE ? "drawn" : "",
                claims.path("nonce").asText());
        assertEquals(client == KnownClient.SYNAPSE, claims.has("nonce"));
    }

    @Test
    void a_wrong_secret_beside_the_right_one_is_refused_all_the_same() throws Exception {
        simulator.turn("strictness", "AS_KNOWN");
        var request = Caller.backchannel(PHARMACIST);
        request.put("client_id", Caller.ID);
        request.put("client_secret", "wrong");

        caller.post("ext/ciba/auth", request).assertRefused(401, "unauthorized_client");
    }

    @Test
    void what_nobody_is_known_to_send_stays_refused() throws Exception {
        simulator.turn("strictness", "AS_KNOWN");

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

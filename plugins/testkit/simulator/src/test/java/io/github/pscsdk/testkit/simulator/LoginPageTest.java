package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest extends WithSimulator {
    private final BrowserLogin browser = new BrowserLogin(simulator, caller);

    @Test
    void returns_at_once_with_code_state_session_and_issuer() throws Exception {
        var answer = browser.open(BrowserLogin.request());

        var callback = BrowserLogin.callback(answer);
        assertEquals(302, answer.status());
        assertTrue(answer.header("Location").startsWith(Caller.REDIRECT + "&"), "keeps the URI's own query");
        assertEquals("a state & more", callback.get("state"));
        assertEquals(simulator.issuer().toString(), callback.get("iss"));
        assertFalse(callback.get("code").isEmpty());
        assertFalse(callback.get("session_state").isEmpty());
        assertTrue(simulator.issuedSecrets().contains(callback.get("code")));
    }

    @Test
    void stands_on_another_origin_than_the_issuer() {
        assertFalse(simulator.authorizationEndpoint().getPort()
                == simulator.issuer().getPort());
        assertEquals("/auth", simulator.authorizationEndpoint().getPath());
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, ''",
        "client_id, inconnu",
        "client_id, autre",
        "redirect_uri, ''",
        "redirect_uri, https://editeur.example.invalid/retour",
        "redirect_uri, https://editeur.example.invalid/retour?source=psc&",
        "redirect_uri, https://attaquant.example.invalid/"
    })
    void never_sends_the_browser_to_an_undeclared_address(String name, String value) throws Exception {
        var request = BrowserLogin.request();
        request.put(name, value);

        var answer = browser.open(request);

        assertEquals(400, answer.status());
        assertEquals("", answer.header("Location"));
    }

    @Test
    void never_chooses_between_two_addresses() throws Exception {
        var answer = browser.open(Caller.encoded(BrowserLogin.request()) + "&redirect_uri=https://attaquant.invalid/");

        assertEquals(400, answer.status());
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, code id_token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "scope, openid, invalid_scope",
        "scope, openid scope_all scope_1, invalid_scope",
        "scope, '', invalid_scope",
        "acr_values, eidas2, invalid_request",
        "acr_values, '', invalid_request",
        "nonce, '', invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://editeur.example.invalid/r, request_uri_not_supported"
    })
    void returns_an_error_for_a_request_that_is_wrong_in_one_point(String name, String value, String error)
            throws Exception {
        var request = BrowserLogin.request();
        request.put(name, value);

        var callback = BrowserLogin.callback(browser.open(request));

        assertEquals(error, callback.get("error"));
        assertEquals("a state & more", callback.get("state"));
        assertEquals(simulator.issuer().toString(), callback.get("iss"));
        assertFalse(callback.containsKey("code"));
    }

    @Test
    void returns_an_error_where_the_state_is_missing_or_repeated() throws Exception {
        var request = BrowserLogin.request();
        request.remove("state");

        for (var query : new String[] {Caller.encoded(request), Caller.encoded(request) + "&state=a&state=b"}) {
            var callback = BrowserLogin.callback(browser.open(query));

            assertEquals("invalid_request", callback.get("error"));
            assertFalse(callback.containsKey("state"));
        }
    }

    @Test
    void does_without_pkce() throws Exception {
        var request = BrowserLogin.request();
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        var exchange = BrowserLogin.exchange(
                BrowserLogin.callback(browser.open(request)).get("code"));
        exchange.remove("code_verifier");

        caller.post("token", exchange).assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"899999100045", "899999100177"})
    void returns_a_refusal(String refusing) throws Exception {
        simulator.browserPersona(new NationalId(refusing));

        var callback = BrowserLogin.callback(browser.open(BrowserLogin.request()));

        assertEquals("access_denied", callback.get("error"));
        assertEquals("a state & more", callback.get("state"));
    }

    @ParameterizedTest
    @CsvSource({"899999100060, 200", "899999100052, 200", "899999100086, 200", "899999100102, 503"})
    void stays_where_nobody_confirms(String silent, int status) throws Exception {
        simulator.browserPersona(new NationalId(silent));

        var answer = browser.open(BrowserLogin.request());

        assertEquals(status, answer.status());
        assertEquals("", answer.header("Location"));
    }

    @Test
    void seats_known_professionals_only() {
        var stranger = new NationalId("899999100243");

        assertThrows(IllegalArgumentException.class, () -> simulator.browserPersona(stranger));
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator refuses where the real service may be lenient: one test for each, to be read as a list. */
class StrictnessTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";

    private final BrowserLogin browser = new BrowserLogin(simulator, caller);

    private String errorOfLoginWith(String name, String value) throws Exception {
        var request = BrowserLogin.request();
        request.put(name, value);
        var callback = BrowserLogin.callback(browser.open(request));
        assertFalse(callback.containsKey("code"));
        return callback.get("error");
    }

    private Answer startWith(String name, String value) throws Exception {
        var request = Caller.backchannel(PHARMACIST);
        request.put(name, value);
        return caller.post("ext/ciba/auth", request);
    }

    private static void assertPageWithoutRedirect(Answer answer) {
        assertEquals(400, answer.status());
        assertEquals("", answer.header("Location"));
        assertTrue(answer.header("Content-Type").startsWith("text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eidas2", "eidas3", "eidas1 eidas2", ""})
    void another_level_is_refused(String acrValues) throws Exception {
        assertEquals("invalid_request", errorOfLoginWith("acr_values", acrValues));
        startWith("acr_values", acrValues).assertRefused(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "scope_all", "openid scope_all email", ""})
    void another_scope_is_refused(String scope) throws Exception {
        assertEquals("invalid_scope", errorOfLoginWith("scope", scope));
        startWith("scope", scope).assertRefused(400, "invalid_scope");
    }

    @Test
    void an_undeclared_redirect_uri_shows_a_page_and_redirects_nowhere() throws Exception {
        var request = BrowserLogin.request();
        request.put("redirect_uri", Caller.REDIRECT + "/");

        assertPageWithoutRedirect(browser.open(request));
    }

    @Test
    void an_undeclared_post_logout_uri_shows_a_page_redirects_nowhere_and_ends_nothing() throws Exception {
        var tokens = login(PHARMACIST);
        var query = Caller.encoded(Caller.fields(
                "id_token_hint", tokens.text("id_token"), "post_logout_redirect_uri", Caller.POST_LOGOUT + "/"));

        assertPageWithoutRedirect(caller.get(URI.create(caller.endpoint("logout") + "?" + query)));

        caller.refresh(tokens.text("refresh_token")).assertOk();
    }

    @Test
    void a_missing_state_is_refused() throws Exception {
        assertEquals("invalid_request", errorOfLoginWith("state", ""));
    }

    @Test
    void a_missing_nonce_is_refused() throws Exception {
        assertEquals("invalid_request", errorOfLoginWith("nonce", ""));
    }

    @Test
    void a_wrong_verifier_is_refused() throws Exception {
        var exchange = BrowserLogin.exchange(browser.code());
        exchange.put("code_verifier", BrowserLogin.VERIFIER.replace('d', 'e'));

        caller.post("token", exchange).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_code_that_was_used_is_refused() throws Exception {
        var exchange = BrowserLogin.exchange(browser.code());
        caller.post("token", exchange).assertOk();

        caller.post("token", exchange).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_code_that_comes_late_is_refused() throws Exception {
        var exchange = BrowserLogin.exchange(browser.code());
        clock.advance(Duration.ofMinutes(1));

        caller.post("token", exchange).assertRefused(400, "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "123", "A7", "4 2", "٤٢"})
    void a_binding_message_that_is_not_two_digits_is_refused(String message) throws Exception {
        startWith("binding_message", message).assertRefused(400, "invalid_binding_message");
    }
}

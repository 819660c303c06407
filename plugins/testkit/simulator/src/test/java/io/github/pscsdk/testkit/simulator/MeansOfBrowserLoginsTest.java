package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what means people log in where no person chooses one. */
class MeansOfBrowserLoginsTest extends WithSimulator {
    private static final Map<String, String> HOSPITAL = Map.of("kc_idp_hint", "chu");

    private final BrowserLogin browser = new BrowserLogin(simulator, caller);

    private Answer logIn(Map<String, String> more) throws Exception {
        var request = BrowserLogin.request();
        request.putAll(more);
        var code = BrowserLogin.callback(browser.open(request)).get("code");
        return caller.post("token", BrowserLogin.exchange(code)).assertOk();
    }

    private static String means(Answer tokens) {
        return tokens.claims("id_token").get("authMode").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARD", "MOBILE", "IDENTITY_BROKER", "WEBAUTHN", "BADGE"})
    void the_means_that_is_dialled_is_told_in_tokens_and_user_info(String dialled) throws Exception {
        simulator.turn("browser-means", dialled);

        var tokens = logIn(Map.of());

        assertEquals(dialled, means(tokens));
        assertEquals(dialled, tokens.claims("access_token").get("authMode").asText());
        assertEquals(dialled, caller.userInfo(tokens.text("access_token")).text("authMode"));
        assertEquals(
                dialled.equals("CARD") ? "eidas2" : "eidas1",
                tokens.claims("id_token").get("acr").asText());
    }

    @Test
    void a_request_for_the_login_of_a_hospital_is_answered_by_its_means() throws Exception {
        assertEquals("IDENTITY_BROKER", means(logIn(HOSPITAL)));
    }

    @Test
    void a_dial_prevails_over_the_request() throws Exception {
        simulator.turn("browser-means", "WEBAUTHN");

        assertEquals("WEBAUTHN", means(logIn(HOSPITAL)));
    }
}

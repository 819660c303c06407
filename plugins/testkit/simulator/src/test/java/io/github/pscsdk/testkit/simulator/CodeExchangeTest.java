package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeExchangeTest extends WithSimulator {
    private final BrowserLogin browser = new BrowserLogin(simulator, caller);

    @Test
    void gives_tokens_of_whoever_sits_in_front_of_the_page_with_the_nonce() throws Exception {
        simulator.browserPersona(new NationalId("ANS20990101120000"));

        var tokens = caller.post("token", BrowserLogin.exchange(browser.code())).assertOk();

        assertEquals("a nonce", tokens.claims("id_token").get("nonce").asText());
        assertEquals(
                "ANS20990101120000",
                tokens.claims("id_token").get("SubjectNameID").asText());
        assertEquals(
                "ANS20990101120000",
                caller.userInfo(tokens.text("access_token")).text("SubjectNameID"));
    }

    @ParameterizedTest
    @CsvSource({
        "code, something, invalid_grant",
        "code, '', invalid_request",
        "redirect_uri, https://editeur.example.invalid/retour, invalid_grant",
        "redirect_uri, '', invalid_request",
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, invalid_grant",
        "code_verifier, '', invalid_grant",
        "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant"
    })
    void refuses_an_exchange_that_is_wrong_in_one_point(String name, String value, String error) throws Exception {
        var exchange = BrowserLogin.exchange(browser.code());
        exchange.put(name, value);

        caller.post("token", exchange).assertRefused(400, error);
    }

    @Test
    void refuses_a_verifier_where_there_was_no_challenge() throws Exception {
        var request = BrowserLogin.request();
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        var code = BrowserLogin.callback(browser.open(request)).get("code");

        caller.post("token", BrowserLogin.exchange(code)).assertRefused(400, "invalid_grant");
    }

    @Test
    void refuses_a_code_after_a_minute() throws Exception {
        var code = browser.code();
        clock.advance(Duration.ofMinutes(1));

        caller.post("token", BrowserLogin.exchange(code)).assertRefused(400, "invalid_grant");
    }

    @Test
    void refuses_another_clients_code() throws Exception {
        var form = Caller.encoded(BrowserLogin.exchange(browser.code()));

        caller.post(caller.endpoint("token"), Caller.basic("autre", "autre"), form)
                .assertRefused(400, "invalid_grant");
    }

    @Test
    void refuses_a_code_that_was_used_and_ends_the_session_that_it_opened() throws Exception {
        var code = browser.code();
        var tokens = caller.post("token", BrowserLogin.exchange(code)).assertOk();

        caller.post("token", BrowserLogin.exchange(code)).assertRefused(400, "invalid_grant");

        assertEquals(401, caller.userInfo(tokens.text("access_token")).status());
    }

    @Test
    void refuses_the_code_of_a_professional_whose_grant_is_rejected() throws Exception {
        simulator.browserPersona(new NationalId("899999100169"));

        caller.post("token", BrowserLogin.exchange(browser.code())).assertRefused(400, "invalid_grant");
    }

    @Test
    void refuses_a_grant_type_that_it_does_not_have() throws Exception {
        caller.post("token", Caller.fields("grant_type", "password", "username", "a", "password", "b"))
                .assertRefused(400, "unsupported_grant_type");
        caller.post("token", Caller.fields("code", "a")).assertRefused(400, "invalid_request");
    }
}

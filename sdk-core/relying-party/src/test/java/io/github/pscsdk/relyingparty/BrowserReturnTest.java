package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the browser brings back from the login page: one attack or mishap per test. */
class BrowserReturnTest {
    @AutoClose
    private final Lab lab = Lab.open();

    @Test
    void a_callback_works_once() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());
        await(lab.party.completeBrowserLogin(callback, login.state()));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(callback.toString(), login.state()));
    }

    @Test
    void a_callback_for_another_browser_is_refused_and_leaves_that_login_waiting() throws Exception {
        var victim = await(lab.party.beginBrowserLogin());
        var attacker = await(lab.party.beginBrowserLogin());
        var stolen = Browser.visit(attacker.authorizationUri());

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(stolen.toString(), victim.state()));

        var session = await(lab.party.completeBrowserLogin(Browser.visit(victim.authorizationUri()), victim.state()));
        assertEquals(Lab.PHARMACIST, session.professional().nationalId());
    }

    @Test
    void a_callback_without_state_is_refused() throws Exception {
        var login = await(lab.party.beginBrowserLogin());

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(Lab.REDIRECT + "?code=abc", login.state()));
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(Lab.REDIRECT.toString(), login.state()));
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(Lab.REDIRECT.toString(), ""));
    }

    @Test
    void a_state_that_nobody_drew_is_refused() {
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(Lab.REDIRECT + "?code=abc&state=forged", "forged"));
        assertEquals(0, lab.simulator.count(Endpoint.TOKEN));
    }

    @Test
    void a_parameter_that_comes_twice_is_refused() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());

        for (var twice : List.of(callback + "&code=another", callback.toString().replace("?", "?code=&"))) {
            assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(twice, login.state()));
        }
        assertEquals(0, lab.simulator.count(Endpoint.TOKEN));
    }

    @Test
    void a_callback_that_cannot_be_decoded_is_refused() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        // URI checks escapes, but not what they decode to; so the malformed one is made of legal ones.
        var callback = callback("code=%FF&", login.state());

        assertEquals(LoginProblem.GRANT_REJECTED, lab.failure(callback, login.state()));
    }

    @Test
    void a_callback_that_names_another_issuer_is_refused() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Lab.REDIRECT + "?code=abc&state=" + login.state() + "&iss=https%3A%2F%2Fevil.example.test";

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(callback, login.state()));
        assertEquals(0, lab.simulator.count(Endpoint.TOKEN), "the code was not sent anywhere");
    }

    @Test
    void a_callback_without_issuer_is_refused_where_the_metadata_announce_it() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var query = Browser.query(Browser.visit(login.authorizationUri()));

        assertEquals(
                LoginProblem.LOGIN_NOT_WAITING,
                lab.failure(Lab.REDIRECT + "?code=" + query.get("code") + "&state=" + login.state(), login.state()));
        assertEquals(0, lab.simulator.count(Endpoint.TOKEN), "the code was not sent anywhere");
    }

    @Test
    void an_error_without_issuer_is_refused_where_the_metadata_announce_it() throws Exception {
        var login = await(lab.party.beginBrowserLogin());

        assertEquals(
                LoginProblem.LOGIN_NOT_WAITING,
                lab.failure(Lab.REDIRECT + "?error=access_denied&state=" + login.state(), login.state()));
    }

    @Test
    void a_callback_without_issuer_is_taken_where_the_metadata_do_not_announce_it() throws Exception {
        try (var psc = new HandMadePsc();
                var party = psc.party().redirectUri(Lab.REDIRECT).build()) {
            var login = await(party.beginBrowserLogin());
            var nonce = Browser.query(login.authorizationUri()).get("nonce");
            psc.tokens(claims -> claims.put("nonce", nonce));
            var callback = URI.create(Lab.REDIRECT + "?code=abc&state=" + login.state());

            var session = await(party.completeBrowserLogin(callback, login.state()));

            assertEquals(Lab.PHARMACIST, session.professional().nationalId());
        }
    }

    /** The return with those parameters, from the simulator's issuer. */
    private String callback(String parameters, String state) {
        var issuer = URLEncoder.encode(lab.environment.issuer().toString(), StandardCharsets.UTF_8);
        return Lab.REDIRECT + "?" + parameters + "state=" + state + "&iss=" + issuer;
    }

    @Test
    void a_professional_who_gives_up_on_the_login_page_has_refused() throws Exception {
        lab.simulator.browserPersona(new NationalId("899999100045"));
        var login = await(lab.party.beginBrowserLogin());

        var callback = Browser.visit(login.authorizationUri());

        assertEquals(LoginProblem.REFUSED, lab.failure(callback.toString(), login.state()));
        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(callback.toString(), login.state()));
    }

    @Test
    void other_errors_of_the_login_page() throws Exception {
        assertEquals(LoginProblem.PSC_UNAVAILABLE, errorOnReturn("temporarily_unavailable"));
        assertEquals(LoginProblem.PSC_UNAVAILABLE, errorOnReturn("server_error"));
        assertEquals(LoginProblem.CLIENT_REJECTED, errorOnReturn("unauthorized_client"));
        assertEquals(LoginProblem.REQUEST_REJECTED, errorOnReturn("invalid_scope"));
        assertEquals(LoginProblem.PSC_ANSWER_INVALID, errorOnReturn("something_new"));
    }

    private LoginProblem errorOnReturn(String error) throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        return lab.failure(callback("error=" + error + "&", login.state()), login.state());
    }

    @Test
    void neither_code_nor_error_is_invalid() throws Exception {
        var login = await(lab.party.beginBrowserLogin());

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure(callback("", login.state()), login.state()));
    }

    @Test
    void a_code_of_another_login_is_refused() throws Exception {
        var one = await(lab.party.beginBrowserLogin());
        var other = await(lab.party.beginBrowserLogin());
        var code = Browser.query(Browser.visit(one.authorizationUri())).get("code");

        // Code injection, RFC 9700 section 4.5: the verifier does not fit.
        var callback = callback("code=" + code + "&", other.state());

        assertEquals(LoginProblem.GRANT_REJECTED, lab.failure(callback, other.state()));
        lab.assertNoSession();
    }

    @Test
    void a_professional_who_comes_back_too_late_must_begin_anew() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());
        lab.clock.advance(Duration.ofMinutes(10));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, lab.failure(callback.toString(), login.state()));
    }
}

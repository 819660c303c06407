package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers that the simulator would never give: odd ones that must pass, and bad ones that must not. */
class BrokenPscTest {
    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;

    BrokenPscTest() throws IOException {}

    @Test
    void an_honest_answer_passes() throws Exception {
        assertEquals(Lab.PHARMACIST, lab.logIn().professional().nationalId());
    }

    @Test
    void a_person_asked_by_another_of_their_identifiers_passes() throws Exception {
        assertEquals(
                Lab.PHARMACIST,
                lab.logIn(new NationalId("0999999999")).professional().nationalId());
    }

    @Test
    void no_id_token() {
        psc.answer("/token", "{\"access_token\":\"x\"}");

        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure());
    }

    @Test
    void no_tokens_at_all() {
        psc.answer("/token", "{}");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
        assertEquals(1, psc.count("/token"), "polling has ended");
    }

    @Test
    void an_access_token_that_no_header_can_carry() {
        psc.answer("/token", "{\"access_token\":\"a\\r\\nX-Forged: b\",\"id_token\":\"x\"}");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void an_error_code_under_status_200() {
        psc.answer("/token", "{\"error\":\"access_denied\"}");

        assertEquals(LoginProblem.REFUSED, lab.failure());
    }

    @Test
    void an_unknown_error_code() {
        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"something_new\"}"));

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
        assertEquals(1, psc.count("/token"), "polling has ended");
    }

    @Test
    void an_authentication_that_is_older_than_a_session_may_be() {
        psc.tokens(claims -> claims.put(
                "auth_time", lab.clock.instant().minus(Duration.ofHours(5)).getEpochSecond()));

        assertEquals(LoginProblem.SESSION_ENDED, lab.failure());
    }

    @Test
    void a_token_of_another_client() {
        psc.tokens(claims -> claims.put("aud", "another-client"));

        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure());
    }

    @Test
    void no_level_of_assurance_and_no_session_state_pass() throws Exception {
        psc.tokens(claims -> {
            claims.remove("acr");
            claims.remove("session_state");
            claims.remove("auth_time");
        });

        var session = lab.logIn();

        assertEquals(Optional.empty(), session.acr());
        assertEquals("", session.sessionState());
    }

    @Test
    void a_level_of_assurance_that_the_environment_does_not_accept() throws Exception {
        psc.tokens(claims -> claims.put("acr", "eidas3"));
        lab.logIn();
        var strict = psc.environment().withAcceptedAcr(Set.of("eidas1"));

        try (var other = RelyingParty.builder(strict)
                .client(HandMadePsc.CLIENT, ClientAuthentication.clientSecretPost("a fictitious secret"))
                .build()) {
            var login = await(
                    other.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
            var failure = assertThrows(PscException.class, () -> Lab.outcome(login));
            assertEquals(LoginProblem.ID_TOKEN_REJECTED, failure.problem());
        }
    }

    @Test
    void a_back_channel_answer_without_what_the_specification_requires() {
        psc.answer("/ciba", "{\"expires_in\":120}");
        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());

        psc.answer("/ciba", "{\"auth_req_id\":\"x\"}");
        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());

        psc.answer("/ciba", "garbled");
        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void a_redirect_is_not_followed() {
        psc.answer(
                "/ciba",
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", psc.issuer() + "/elsewhere")
                        .build());

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
        assertEquals(0, psc.count("/elsewhere"));
    }

    @Test
    void channel_can_be_left_out_of_the_request() throws Exception {
        lab.logIn();
        assertTrue(psc.lastForm("/ciba").contains("&channel=MOBILE"));

        try (var other = RelyingParty.builder(psc.environment().withoutChannel())
                .client(HandMadePsc.CLIENT, ClientAuthentication.clientSecretPost("a fictitious secret"))
                .build()) {
            await(other.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        }

        assertTrue(psc.lastForm("/ciba").contains("binding_message=42"));
        assertFalse(psc.lastForm("/ciba").contains("channel"));
    }
}

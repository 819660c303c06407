package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        psc.answer("/token", "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}");

        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure());
    }

    @Test
    void no_tokens_at_all() {
        psc.answer("/token", "{}");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
        assertEquals(1, psc.count("/token"), "polling has ended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'access_token':'x'",
                "'access_token':'x','token_type':null",
                "'access_token':'x','token_type':''",
                "'access_token':'x','token_type':'DPoP'",
                "'access_token':'x','token_type':'N_A'",
                "'access_token':'x','token_type':['Bearer']",
                "'access_token':'x','token_type':'Bearer','expires_in':-1",
                "'access_token':'x','token_type':'Bearer','expires_in':1e400",
                "'access_token':'x','token_type':'Bearer','expires_in':9223372036854775808",
                "'access_token':'x','token_type':'Bearer','refresh_expires_in':1e400",
                "'access_token':'x','token_type':'Bearer','expires_in':{}",
                "'access_token':'x y','token_type':'Bearer'",
                "'access_token':'x','token_type':'Bearer','refresh_token':'\\u0000'",
                "'access_token':'x','token_type':'Bearer','id_token':'é'"
            })
    void a_token_answer_that_cannot_be(String members) {
        psc.answer("/token", "{" + members.replace('\'', '"') + "}");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
        assertEquals(1, psc.count("/token"), "polling has ended");
    }

    @Test
    void a_token_that_is_too_long_to_be_kept() {
        psc.tokens(claims -> {}, "\"refresh_token\":\"" + "r".repeat(16_385) + "\",");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void the_type_of_a_bearer_token_in_another_case_passes() throws Exception {
        psc.answer("/token", psc.tokensText().replace("\"Bearer\"", "\"bearer\""));

        lab.logIn();
    }

    @Test
    void what_was_granted_is_told_and_kept() throws Exception {
        psc.tokens(claims -> claims.put("acr", "eidas2"), "\"scope\":\"openid  identity scope_all\",");

        var session = lab.logIn();

        assertEquals(List.of("openid", "identity", "scope_all"), List.copyOf(session.scopes()));
        assertEquals(Optional.of("eidas2"), session.acr());
        assertEquals(Optional.of(session), lab.party.session(session.id()));
    }

    @Test
    void without_a_scope_what_was_asked_for_is_granted() throws Exception {
        assertEquals(Set.of("openid", "scope_all"), lab.logIn().scopes());
    }

    @Test
    void a_session_that_an_earlier_version_stored_is_still_read() throws Exception {
        var session = lab.logIn();
        lab.store.edit("psc/session/", stored -> stored.replaceFirst("\"scopes\":\\[[^\\]]*\\],", ""));

        var read = lab.party.session(session.id()).orElseThrow();

        assertEquals(Set.of(), read.scopes());
        assertEquals(session.professional(), read.professional());
    }

    @Test
    void a_discovery_document_that_cannot_be_had_names_its_address() {
        for (var answer : List.of(HandMadePsc.status(404), HandMadePsc.status(503), HandMadePsc.json(200, "<html>"))) {
            psc.answer("/.well-known/wallet-openid-configuration", answer);

            var failure = assertThrows(PscException.class, () -> lab.logIn());

            assertTrue(
                    failure.getMessage().contains(psc.environment().discovery().toString()), failure::getMessage);
        }
    }

    @Test
    void a_discovery_document_at_an_address_where_nothing_answers_names_it() throws Exception {
        try (var nobody = new HostilePsc();
                var party = nobody.psc.party().build()) {
            nobody.turn(HostilePsc.Manner.REFUSES);

            var failure = assertThrows(
                    PscException.class,
                    () -> await(party.beginBackchannelLogin(
                            BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));

            assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
            var discovery = nobody.psc.environment().discovery().toString();
            assertTrue(failure.getMessage().contains(discovery), failure::getMessage);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, ''", "500, server_error", "400, server_error", "503, ''", "400, temporarily_unavailable"})
    void a_poll_that_meets_an_error_of_the_server_goes_on(int status, String code) throws Exception {
        var tokens = psc.take("/token");
        psc.answer("/token", HandMadePsc.json(status, "{\"error\":\"" + code + "\"}"));
        var login = await(
                lab.party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        lab.time.pass(Duration.ofSeconds(1));
        assertEquals(1, psc.count("/token"));
        psc.answer("/token", tokens);

        assertEquals(Lab.PHARMACIST, lab.outcome(login).professional().nationalId());
    }

    @Test
    void an_error_of_the_server_at_every_poll_is_told_at_the_deadline() {
        psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":2,\"interval\":1}");
        psc.answer("/token", HandMadePsc.status(500));

        assertEquals(LoginProblem.PSC_UNAVAILABLE, lab.failure());
    }

    @Test
    void an_access_token_that_no_header_can_carry() {
        psc.answer("/token", "{\"access_token\":\"a\\r\\nX-Forged: b\",\"token_type\":\"Bearer\",\"id_token\":\"x\"}");

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure());
    }

    @Test
    void an_error_code_under_status_200() {
        psc.answer("/token", "{\"error\":\"access_denied\"}");

        assertEquals(LoginProblem.REFUSED, lab.failure());
    }

    @ParameterizedTest
    @CsvSource({"403, <html>blocked</html>", "403, {\"error\":\"access_denied\"}", "501, ''", "520, <html>"})
    void one_bad_answer_among_the_polls_does_not_end_them(int status, String body) throws Exception {
        psc.answerNext(
                "/token",
                HandMadePsc.json(status, body)
                        .newBuilder()
                        .addHeader("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")
                        .build());

        lab.logIn();

        assertEquals(2, psc.count("/token"));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, REQUEST_REJECTED",
        "access_denied, REFUSED",
        "expired_token, NO_ANSWER_IN_TIME",
        "invalid_grant, GRANT_REJECTED"
    })
    void an_error_code_ends_the_polling(String code, LoginProblem problem) {
        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"" + code + "\"}"));

        assertEquals(problem, lab.failure());
        assertEquals(1, psc.count("/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown_user_id", "invalid_request", "expired_login_hint_token", "invalid_id_token_hint"})
    void a_refused_request_is_not_polled_for(String code) {
        psc.answer("/ciba", HandMadePsc.json(400, "{\"error\":\"" + code + "\"}"));

        lab.failure();

        assertEquals(1, psc.count("/ciba"));
        assertEquals(0, psc.count("/token"));
    }

    @Test
    void an_access_token_of_which_no_lifetime_is_told_passes() throws Exception {
        psc.answer("/token", psc.tokensText().replace("\"expires_in\":120,", ""));

        lab.logIn();
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
    void a_level_of_assurance_that_the_service_does_not_accept() throws Exception {
        psc.tokens(claims -> claims.put("acr", "eidas3"));
        lab.logIn();

        try (var other =
                psc.party().acrPolicy(AcrPolicy.accepting(Set.of("eidas1"))).build()) {
            var login = await(
                    other.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
            var failure = assertThrows(PscException.class, () -> lab.outcome(login));
            assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
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

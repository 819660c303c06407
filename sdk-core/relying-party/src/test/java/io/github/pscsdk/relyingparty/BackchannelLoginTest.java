package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The back-channel way in against the simulator: one persona per way in which a login can end. */
class BackchannelLoginTest {
    @AutoClose
    private final Lab lab = Lab.open();

    @Test
    void a_confirmed_login_becomes_a_session() throws Exception {
        var login = lab.ask(Lab.PHARMACIST);

        var session = lab.outcome(login);

        assertEquals(Lab.PHARMACIST, session.professional().nationalId());
        assertEquals(Lab.CLIENT, session.clientId());
        assertEquals(Optional.of("MOBILE"), session.authMode());
        assertEquals(Optional.of("eidas1"), session.acr());
        assertFalse(session.sessionState().isEmpty());
        assertEquals(Optional.of(session), lab.party.session(session.id()));
    }

    @Test
    void the_request_carries_what_ans_documents() throws Exception {
        await(lab.party.beginBackchannelLogin(BackchannelRequest.onCard(Lab.PHARMACIST), new BindingMessage("07")));

        var request = lab.simulator.requests().stream()
                .filter(r -> r.endpoint() == Endpoint.BACKCHANNEL_AUTHENTICATION)
                .findFirst()
                .orElseThrow();

        assertEquals("openid scope_all", request.form().get("scope"));
        assertEquals("eidas1", request.form().get("acr_values"));
        assertEquals("899999100011", request.form().get("login_hint"));
        assertEquals("CARD", request.form().get("channel"));
        assertEquals(
                Set.of("scope", "acr_values", "login_hint", "binding_message", "channel"),
                request.form().keySet());
        assertEquals(AuthMethod.CLIENT_SECRET_BASIC, request.authMethod());
    }

    @Test
    void an_identifier_with_a_slash_goes_through() throws Exception {
        var session = lab.outcome(lab.ask(new NationalId("512345678200010/EMP00001")));

        assertEquals(
                "512345678200010/EMP00001", session.professional().nationalId().value());
    }

    @Test
    void each_login_gets_an_id_of_its_own() throws Exception {
        var first = lab.outcome(lab.ask(Lab.PHARMACIST));
        var second = lab.outcome(lab.ask(Lab.PHARMACIST));

        assertNotEquals(first.id(), second.id());
    }

    @Test
    void a_login_in_the_steady_state_costs_two_requests_after_the_answer() throws Exception {
        lab.outcome(lab.ask(Lab.PHARMACIST));
        var discoveries = lab.simulator.count(Endpoint.DISCOVERY);
        var keys = lab.simulator.count(Endpoint.JWKS);
        var tokens = lab.simulator.count(Endpoint.TOKEN);

        lab.outcome(lab.ask(Lab.PHARMACIST));

        assertEquals(discoveries, lab.simulator.count(Endpoint.DISCOVERY));
        assertEquals(keys, lab.simulator.count(Endpoint.JWKS));
        assertEquals(tokens + 1, lab.simulator.count(Endpoint.TOKEN));
        assertEquals(2, lab.simulator.count(Endpoint.USERINFO));
    }

    @Test
    void refused_on_the_device() throws Exception {
        assertEquals(LoginProblem.REFUSED, lab.failure("899999100045"));
        assertEquals(1, lab.simulator.count(Endpoint.TOKEN), "a refusal ends the polling");
        assertTrue(lab.store.kept().isEmpty());
    }

    @Test
    void expired_at_the_token_endpoint() throws Exception {
        assertEquals(LoginProblem.NO_ANSWER_IN_TIME, lab.failure("899999100052"));
        assertEquals(1, lab.simulator.count(Endpoint.TOKEN));
    }

    @Test
    void unknown_professional() throws Exception {
        assertEquals(LoginProblem.UNKNOWN_PROFESSIONAL, lab.failure("899999100086"));
    }

    @Test
    void an_unknown_adeli_number_has_a_name_of_its_own() throws Exception {
        assertEquals(LoginProblem.UNKNOWN_ADELI_NUMBER, lab.failure("0759900001"));
    }

    @Test
    void a_test_identity_is_nothing_odd_outside_production() throws Exception {
        assertEquals(LoginProblem.UNKNOWN_PROFESSIONAL, lab.failure("ANS20221012094812"));
    }

    @Test
    void back_channel_not_enabled() throws Exception {
        assertEquals(LoginProblem.BACKCHANNEL_NOT_ENABLED, lab.failure("899999100094"));
    }

    @Test
    void refused_outright() throws Exception {
        assertEquals(LoginProblem.REFUSED, lab.failure("899999100177"));
        assertEquals(0, lab.simulator.count(Endpoint.TOKEN));
    }

    @Test
    void unavailable_at_the_start() throws Exception {
        assertEquals(LoginProblem.PSC_UNAVAILABLE, lab.failure("899999100102"));
    }

    @Test
    void unavailable_for_a_while_does_not_end_a_login() throws Exception {
        var session = lab.outcome(lab.ask(new NationalId("899999100110")));

        assertEquals("899999100110", session.professional().nationalId().value());
    }

    @Test
    void grant_rejected() throws Exception {
        assertEquals(LoginProblem.GRANT_REJECTED, lab.failure("899999100169"));
    }

    @Test
    void signed_by_another_key() throws Exception {
        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure("899999100128"));
        assertTrue(lab.store.kept().isEmpty());
    }

    @Test
    void signed_under_a_key_that_is_never_published() throws Exception {
        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure("899999100136"));
        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure("899999100136"));

        assertEquals(1, lab.simulator.count(Endpoint.JWKS), "the first fetch serves both: a pause follows it");
    }

    @Test
    void a_clock_one_hour_ahead() throws Exception {
        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure("899999100144"));
    }

    @Test
    void answered_by_somebody_else() throws Exception {
        assertEquals(LoginProblem.IDENTITY_MISMATCH, lab.failure("899999100151"));

        assertEquals(Set.of(), lab.store.kept());
        lab.time.settle();
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void user_info_of_another_subject() throws Exception {
        assertEquals(LoginProblem.USERINFO_REJECTED, lab.failure("899999100185"));
        assertTrue(lab.store.kept().isEmpty());
    }

    @Test
    void user_info_of_two_mebibytes() throws Exception {
        assertEquals(LoginProblem.PSC_ANSWER_INVALID, lab.failure("899999100193"));
        assertTrue(lab.store.kept().isEmpty());
    }

    @Test
    void cancelling_stops_the_polling() throws Exception {
        var login = lab.ask(new NationalId("899999100060"));

        login.cancel();

        assertThrows(CancellationException.class, () -> lab.outcome(login));
        assertEquals(0, lab.simulator.count(Endpoint.TOKEN));
        assertTrue(lab.store.kept().isEmpty());
    }

    @Test
    void closing_the_relying_party_cancels_what_waits() throws Exception {
        var login = lab.ask(new NationalId("899999100060"));

        lab.party.close();

        assertThrows(CancellationException.class, () -> lab.outcome(login));
    }

    @Test
    void an_outcome_completed_by_hand_changes_nothing() throws Exception {
        var login = lab.ask(Lab.PHARMACIST);

        login.outcome().toCompletableFuture().cancel(true);

        lab.time.next();
        assertEquals(1, lab.store.sessions().size());
    }

    @Test
    void an_unreachable_psc_is_unavailable() {
        lab.simulator.close();

        var failure = assertThrows(PscException.class, () -> lab.ask(Lab.PHARMACIST));

        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
    }
}

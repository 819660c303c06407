package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API refuses a token that should still serve. */
class RefusedApiTokenTest {
    @AutoClose
    private final Lab lab = Lab.open();

    private final ApiAudience form = ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
    private PscSession session;
    private ApiToken refused;

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        refused = await(lab.party.exchange(session.id(), form));
    }

    private ApiToken instead(ApiToken token) throws Exception {
        return await(lab.party.exchangeAfterRefusal(session.id(), form, token));
    }

    private String kept() throws Exception {
        return await(lab.party.exchange(session.id(), form)).reveal();
    }

    @Test
    void a_new_one_comes_by_an_exchange_and_is_kept_in_its_place() throws Exception {
        var fresh = instead(refused);

        assertNotEquals(refused.reveal(), fresh.reveal());
        assertEquals(fresh.reveal(), kept());
        assertEquals(2, lab.simulator.count(Endpoint.API_TOKEN));
        assertEquals(0, lab.refreshes(), "no refresh token of the refused one was trusted");
    }

    @Test
    void ten_who_were_refused_at_once_cause_one_exchange() throws Exception {
        var callers = Executors.newFixedThreadPool(10);
        Callable<String> call = () -> instead(refused).reveal();

        var answers = callers.invokeAll(Collections.nCopies(10, call));
        callers.shutdown();

        var tokens = new HashSet<String>();
        for (var answer : answers) {
            tokens.add(answer.get());
        }
        assertEquals(1, tokens.size());
        assertFalse(tokens.contains(refused.reveal()));
        assertEquals(2, lab.simulator.count(Endpoint.API_TOKEN));
    }

    @Test
    void whoever_brings_an_older_refused_one_gets_the_one_that_is_kept_by_now() throws Exception {
        var fresh = instead(refused);

        assertEquals(fresh.reveal(), instead(refused).reveal());
        assertEquals(2, lab.simulator.count(Endpoint.API_TOKEN));
    }

    @Test
    void one_that_was_just_issued_in_place_of_a_refused_one_is_not_replaced_for_a_minute() throws Exception {
        var fresh = instead(refused);

        var failure = assertThrows(PscException.class, () -> instead(fresh));

        assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
        assertEquals(2, lab.simulator.count(Endpoint.API_TOKEN));
        lab.clock.advance(Duration.ofMinutes(1));
        assertNotEquals(fresh.reveal(), instead(fresh).reveal());
    }

    @Test
    void it_is_gone_even_where_no_new_one_is_to_be_had() throws Exception {
        lab.simulator.turn("fault-api-token", "503");
        assertThrows(PscException.class, () -> instead(refused));
        lab.simulator.reset("fault-api-token");

        assertNotEquals(refused.reveal(), kept());
    }

    @Test
    void it_is_given_back_with_its_refresh_token() throws Exception {
        try (var other = new HandMadeLab()) {
            var issuer = other.psc.issuer();
            var api = ApiAudience.of("api", URI.create(issuer + "/api"), Lab.API_CLIENT)
                    .withRevocationEndpoint(URI.create(issuer + "/revoke"));
            other.psc.answer("/revoke", HandMadePsc.status(200));
            other.psc.answerNext("/api", HandMadePsc.json(200, """
                    {"access_token":"refused","token_type":"Bearer","expires_in":60,"refresh_token":"again"}"""));
            other.psc.answer("/api", """
                    {"access_token":"fresh","token_type":"Bearer","expires_in":60}""");
            var id = other.logIn().id();
            var first = await(other.party.exchange(id, api));

            await(other.party.exchangeAfterRefusal(id, api, first));

            other.time.settle();
            assertEquals(1, other.psc.forms("token=again"));
            assertEquals(1, other.psc.forms("token=refused"));
            assertEquals(2, other.psc.count("/revoke"));

            await(other.party.exchangeAfterRefusal(id, api, first));

            other.time.settle();
            assertEquals(2, other.psc.count("/revoke"), "the one in its place serves");
        }
    }

    @Test
    void a_session_that_is_over_gets_none() throws Exception {
        await(lab.party.signOut(session.id()));

        var failure = assertThrows(PscException.class, () -> instead(refused));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
    }
}

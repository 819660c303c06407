package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens for target APIs. */
class ExchangeTest {
    @AutoClose
    private final Lab lab = Lab.open();

    private final ApiAudience form = ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
    private PscSession session;

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
    }

    private LoginProblem failure(ApiAudience audience) {
        return failureOf(() -> await(lab.party.exchange(session.id(), audience)));
    }

    private static LoginProblem failureOf(Executable call) {
        return (LoginProblem) assertThrows(PscException.class, call).problem();
    }

    private int exchanges() {
        return lab.simulator.count(Endpoint.API_TOKEN);
    }

    @Test
    void right_after_login_the_access_token_is_exchanged_as_it_is() throws Exception {
        var token = await(lab.party.exchange(session.id(), form));

        assertTrue(token.expiresAt().isAfter(lab.clock.instant().plus(Duration.ofHours(3))));
        assertEquals(1, exchanges());
        assertEquals(0, lab.refreshes());
    }

    @Test
    void the_request_is_rfc_8693() throws Exception {
        await(lab.party.exchange(session.id(), form.withScopes(List.of("declare", "read"))));

        var request = lab.simulator.requests().stream()
                .filter(r -> r.endpoint() == Endpoint.API_TOKEN)
                .findFirst()
                .orElseThrow();

        assertEquals(
                "urn:ietf:params:oauth:grant-type:token-exchange",
                request.form().get("grant_type"));
        assertEquals(
                "urn:ietf:params:oauth:token-type:access_token", request.form().get("subject_token_type"));
        assertEquals("declare read", request.form().get("scope"));
    }

    @Test
    void a_token_is_kept_for_the_session_and_the_audience() throws Exception {
        var first = await(lab.party.exchange(session.id(), form));
        var again = await(lab.party.exchange(session.id(), form));
        var other =
                await(lab.party.exchange(session.id(), ApiAudience.of("other", form.tokenEndpoint(), Lab.API_CLIENT)));

        assertTrue(first.reveal().equals(again.reveal()));
        assertFalse(first.reveal().equals(other.reveal()));
        assertEquals(2, exchanges());
    }

    @Test
    void a_dead_access_token_is_refreshed_before_the_exchange() throws Exception {
        lab.clock.advance(Duration.ofMinutes(5));

        await(lab.party.exchange(session.id(), form));

        assertEquals(1, lab.refreshes());
        assertEquals(1, exchanges());
    }

    @Test
    void the_newest_refresh_token_is_used() throws Exception {
        for (var i = 0; i < 3; i++) {
            lab.clock.advance(Duration.ofMinutes(5));
            await(lab.party.exchange(session.id(), ApiAudience.of("api-" + i, form.tokenEndpoint(), Lab.API_CLIENT)));
        }

        assertEquals(3, lab.refreshes(), "the simulator takes each refresh token once");
    }

    @Test
    void a_token_about_to_expire_is_made_anew() throws Exception {
        var first = await(lab.party.exchange(session.id(), form));
        // Four hours, in steps that keep both sessions alive; the last lands within the margin.
        while (lab.clock.instant().plus(Duration.ofMinutes(16)).isBefore(first.expiresAt())) {
            lab.clock.advance(Duration.ofMinutes(15));
            await(lab.party.exchange(
                    session.id(), ApiAudience.of("keep " + lab.clock.instant(), form.tokenEndpoint(), Lab.API_CLIENT)));
        }
        lab.clock.advance(
                Duration.between(lab.clock.instant(), session.expiresAt()).minusSeconds(20));

        var second = await(lab.party.exchange(session.id(), form));

        assertFalse(first.reveal().equals(second.reveal()));
    }

    @Test
    void twenty_callers_share_one_refresh_and_one_exchange() throws Exception {
        lab.clock.advance(Duration.ofMinutes(5));
        var callers = Executors.newFixedThreadPool(20);
        Callable<String> call =
                () -> await(lab.party.exchange(session.id(), form)).reveal();

        var answers = callers.invokeAll(Collections.nCopies(20, call));
        callers.shutdown();

        var tokens = new ArrayList<String>();
        for (var answer : answers) {
            tokens.add(answer.get());
        }
        assertEquals(1, tokens.stream().distinct().count());
        assertEquals(1, lab.refreshes());
        assertEquals(1, exchanges());
    }

    @Test
    void a_refused_exchange_leaves_the_session_alone() throws Exception {
        // The simulator's PSC knows nothing of token exchange: it refuses the grant.
        var refusing = ApiAudience.of("refusing", tokenEndpointOfPsc(), Lab.API_CLIENT);

        assertEquals(LoginProblem.API_TOKEN_REFUSED, failure(refusing));
        assertTrue(lab.party.session(session.id()).isPresent());
        await(lab.party.exchange(session.id(), form));
    }

    private URI tokenEndpointOfPsc() {
        return URI.create(lab.simulator.issuer() + "/protocol/openid-connect/token");
    }

    @Test
    void an_unreachable_authorization_server_is_unavailable() {
        var nowhere = ApiAudience.of("nowhere", URI.create("http://127.0.0.1:1/token"), Lab.API_CLIENT);

        assertEquals(LoginProblem.API_UNAVAILABLE, failure(nowhere));
    }

    @ParameterizedTest
    @CsvSource({
        "302, API_UNAVAILABLE",
        "400, API_TOKEN_REFUSED",
        "429, API_UNAVAILABLE",
        "499, API_TOKEN_REFUSED",
        "500, API_UNAVAILABLE",
        "599, API_UNAVAILABLE"
    })
    void who_is_at_fault_is_known_by_the_status(int status, LoginProblem problem) throws Exception {
        try (var other = new HandMadeLab()) {
            other.psc.answer("/api", HandMadePsc.status(status));
            var api = ApiAudience.of("api", URI.create(other.psc.issuer() + "/api"), Lab.API_CLIENT);
            var id = other.logIn().id();

            assertEquals(problem, failureOf(() -> await(other.party.exchange(id, api))));
        }
    }

    @Test
    void a_dead_session_at_psc_ends_the_local_one() throws Exception {
        // 29 minutes and again 29: alive here by activity, dead at PSC, where nobody refreshed.
        lab.clock.advance(Duration.ofMinutes(29));
        lab.party.session(session.id());
        lab.clock.advance(Duration.ofMinutes(29));

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure(form));
        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.sessions().isEmpty());
    }

    @Test
    void at_no_moment_of_its_end_is_a_session_gone_without_a_reason() {
        var seen = new ArrayList<Object>();
        lab.store.afterRemoval(() -> seen.add(failureOf(() -> await(lab.party.requireSession(session.id())))));
        lab.clock.advance(Duration.ofMinutes(29));
        lab.party.session(session.id());
        lab.clock.advance(Duration.ofMinutes(29));

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure(form));
        assertEquals(Set.of(LoginProblem.SESSION_ENDED_AT_PSC), Set.copyOf(seen));
    }

    @Test
    void all_who_wait_for_a_token_learn_that_psc_ended_the_session() throws Exception {
        lab.clock.advance(Duration.ofMinutes(29));
        lab.party.session(session.id());
        lab.clock.advance(Duration.ofMinutes(29));
        var callers = Executors.newFixedThreadPool(5);
        Callable<LoginProblem> call = () -> failure(form);

        var answers = callers.invokeAll(Collections.nCopies(5, call));
        callers.shutdown();

        for (var answer : answers) {
            assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, answer.get());
        }
    }

    @Test
    void a_signed_out_session_gets_no_token() throws Exception {
        await(lab.party.exchange(session.id(), form));
        await(lab.party.signOut(session.id()));

        assertEquals(LoginProblem.SESSION_ENDED, failure(form));
    }

    @Test
    void printing_a_token_reveals_nothing() throws Exception {
        var token = await(lab.party.exchange(session.id(), form));

        assertFalse(token.toString().contains(token.reveal().substring(0, 8)));
    }
}

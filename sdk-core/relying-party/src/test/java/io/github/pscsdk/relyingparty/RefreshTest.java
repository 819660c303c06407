package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that is prolonged at PSC without any token exchange. The simulator takes each refresh token once. */
class RefreshTest {
    @AutoClose
    private final Lab lab = Lab.open();

    private PscSession session;

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
    }

    private LoginProblem failure() {
        var failure = assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())));
        return (LoginProblem) failure.problem();
    }

    /** Alive here by activity, dead at PSC, where nobody refreshed. */
    private void letPscForget() {
        lab.clock.advance(Duration.ofMinutes(29));
        lab.party.session(session.id());
        lab.clock.advance(Duration.ofMinutes(29));
        assertTrue(lab.party.session(session.id()).isPresent());
    }

    @Test
    void a_refresh_keeps_the_session_alive_at_psc_and_here() throws Exception {
        for (var i = 0; i < 3; i++) {
            lab.clock.advance(Duration.ofMinutes(29));
            assertEquals(session, await(lab.party.refresh(session.id())), "with the newest refresh token");
        }

        assertEquals(3, lab.refreshes());
        assertEquals(0, lab.simulator.count(Endpoint.API_TOKEN));
    }

    @Test
    void no_refresh_keeps_a_session_beyond_its_absolute_limit() throws Exception {
        while (lab.clock.instant().plus(Duration.ofMinutes(20)).isBefore(session.expiresAt())) {
            lab.clock.advance(Duration.ofMinutes(20));
            await(lab.party.refresh(session.id()));
        }
        lab.clock.advance(Duration.between(lab.clock.instant(), session.expiresAt()));

        assertEquals(LoginProblem.SESSION_ENDED, failure());
    }

    @Test
    void a_dead_refresh_token_ends_the_session_here_with_the_reason() {
        letPscForget();

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure());

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.sessions().isEmpty());
    }

    @Test
    void whoever_asks_later_learns_the_reason_too_until_it_is_old() {
        letPscForget();
        failure();

        var api = ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
        for (var call : List.<Callable<?>>of(
                () -> await(lab.party.refresh(session.id())),
                () -> await(lab.party.exchange(session.id(), api)),
                () -> await(lab.party.requireSession(session.id())))) {
            assertEquals(
                    LoginProblem.SESSION_ENDED_AT_PSC,
                    assertThrows(PscException.class, call::call).problem());
        }
        lab.clock.advance(Duration.ofMinutes(30));
        assertEquals(LoginProblem.SESSION_ENDED, failure());
    }

    @Test
    void while_psc_is_unavailable_the_session_stays_as_it_was() throws Exception {
        lab.simulator.turn("fault-token", "503");
        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure());
        lab.simulator.reset("fault-token");

        assertEquals(Optional.of(session), lab.party.session(session.id()));
        await(lab.party.refresh(session.id()));
    }

    @Test
    void a_refresh_whose_id_token_cannot_be_checked_yet_does_not_cost_the_session() throws Exception {
        lab.simulator.rotateKeys();
        lab.simulator.turn("fault-jwks", "503");
        assertEquals(LoginProblem.ID_TOKEN_REJECTED, failure());
        lab.simulator.reset("fault-jwks");
        // So long that the relying party asks for keys again.
        lab.clock.advance(Duration.ofMinutes(5));

        assertEquals(session, await(lab.party.refresh(session.id())), "the new refresh token was kept");
    }

    @Test
    void tells_until_when_psc_prolongs_the_session() throws Exception {
        var start = lab.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        assertEquals(Optional.of(start.plus(Duration.ofMinutes(30))), lab.party.refreshBefore(session.id()));

        lab.clock.advance(Duration.ofMinutes(10));
        assertEquals(Optional.of(start.plus(Duration.ofMinutes(30))), lab.party.refreshBefore(session.id()));
        await(lab.party.refresh(session.id()));
        assertEquals(Optional.of(start.plus(Duration.ofMinutes(40))), lab.party.refreshBefore(session.id()));

        lab.party.forget(session.id());
        assertEquals(Optional.empty(), lab.party.refreshBefore(session.id()));
    }

    @Test
    void asking_until_when_is_no_activity() {
        lab.clock.advance(Duration.ofMinutes(20));
        lab.party.refreshBefore(session.id());
        lab.clock.advance(Duration.ofMinutes(10));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }

    @Test
    void a_session_that_nobody_opened_is_not_refreshed() {
        var failure = assertThrows(PscException.class, () -> await(lab.party.refresh(SessionId.draw())));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        assertFalse(lab.simulator.requests().stream().anyMatch(r -> r.form().containsValue("refresh_token")));
    }
}

package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a session lives, and how it ends. */
class SessionTest {
    private final Lab lab =
            Lab.with(simulator -> simulator.client(SimulatedClient.withSecret("another-client", Lab.SECRET)));

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_session_comes_back_from_the_store_as_it_was() throws Exception {
        var session = lab.logIn();

        assertEquals(Optional.of(session), lab.party.session(session.id()));
        assertEquals(session.authenticatedAt().plus(Duration.ofHours(4)), session.expiresAt());
    }

    @Test
    void a_session_ends_after_thirty_minutes_without_activity() throws Exception {
        var session = lab.logIn();

        lab.clock.advance(Duration.ofMinutes(31));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }

    @Test
    void activity_keeps_a_session_until_four_hours_after_authentication() throws Exception {
        var session = lab.logIn();

        for (var i = 0; i < 11; i++) {
            lab.clock.advance(Duration.ofMinutes(20));
            assertTrue(lab.party.session(session.id()).isPresent(), i + " times 20 minutes");
        }
        lab.clock.advance(Duration.ofMinutes(21));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }

    @Test
    void a_session_is_as_old_as_the_authentication_not_as_the_login() throws Exception {
        try (var psc = new HandMadePsc();
                var party = psc.party().build()) {
            var authenticated =
                    psc.time.clock.instant().minus(Duration.ofMinutes(230)).truncatedTo(ChronoUnit.SECONDS);
            psc.tokens(claims -> claims.put("auth_time", authenticated.getEpochSecond()));
            var session = psc.time.outcome(await(party.beginBackchannelLogin(
                    BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));
            assertEquals(authenticated, session.authenticatedAt());

            psc.time.clock.advance(Duration.ofMinutes(5));
            assertTrue(party.session(session.id()).isPresent());
            psc.time.clock.advance(Duration.ofMinutes(5));

            assertEquals(Optional.empty(), party.session(session.id()));
        }
    }

    @Test
    void an_unknown_session_is_none() {
        assertEquals(Optional.empty(), lab.party.session(SessionId.draw()));
    }

    @Test
    void a_client_does_not_see_the_sessions_of_another_one_in_the_same_store() throws Exception {
        var session = lab.logIn();

        try (var other = lab.another()
                .client("another-client", ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .build()) {
            assertEquals(Optional.empty(), other.session(session.id()));
        }
        assertTrue(lab.party.session(session.id()).isPresent());
    }

    @Test
    void signing_out_ends_both_sessions_with_the_id_token_as_hint() throws Exception {
        var session = lab.logIn();

        await(lab.party.signOut(session.id()));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.keys().isEmpty());
        var logout = lab.simulator.requests().stream()
                .filter(r -> r.endpoint() == Endpoint.LOGOUT)
                .findFirst()
                .orElseThrow();
        assertTrue(logout.form().containsKey("id_token_hint"));
        assertEquals(AuthMethod.CLIENT_SECRET_BASIC, logout.authMethod());
    }

    @Test
    void signing_out_long_after_the_id_token_has_expired_still_ends_the_session_at_psc() throws Exception {
        var session = lab.logIn();
        lab.clock.advance(Duration.ofMinutes(29));

        await(lab.party.signOut(session.id()));

        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void a_session_that_merely_expires_is_not_ended_at_psc() throws Exception {
        var session = lab.logIn();
        lab.clock.advance(Duration.ofMinutes(31));

        lab.party.session(session.id());

        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void an_entry_that_another_version_wrote_is_as_good_as_absent() throws Exception {
        for (var entry : List.of("garbled", "{}", "{\"professional\":{}}")) {
            var session = lab.logIn();
            for (var key : lab.store.keys()) {
                lab.store.put(key, entry.getBytes(StandardCharsets.UTF_8), Duration.ofHours(1));
            }

            assertEquals(Optional.empty(), lab.party.session(session.id()));
            assertThrows(PscException.class, () -> await(lab.party.signOut(session.id())));
        }
    }

    @Test
    void the_store_s_keys_do_not_hold_session_ids() throws Exception {
        var session = lab.logIn();

        assertTrue(lab.store.keys().stream()
                .noneMatch(key -> key.contains(session.id().value())));
        assertEquals(1, lab.store.kept().size(), "the session");
    }
}

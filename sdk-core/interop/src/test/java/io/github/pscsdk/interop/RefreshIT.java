package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prolonging a session by itself; the realm takes each refresh token once. */
@AgainstKeycloak
class RefreshIT {
    private final Wallet wallet;
    private final RelyingParty party;

    RefreshIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.party = wallet.party()
                .client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic(Wallet.SECRET))
                .build();
    }

    @AfterEach
    void close() {
        party.close();
    }

    @Test
    void a_session_is_prolonged_again_and_again_and_stays_the_same_person_s() throws Exception {
        var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);
        var until = party.refreshBefore(session.id()).orElseThrow();

        assertEquals(session, await(() -> party.refresh(session.id())));
        assertEquals(session, await(() -> party.refresh(session.id())));

        assertTrue(!party.refreshBefore(session.id()).orElseThrow().isBefore(until));
        assertEquals(Optional.of(session), party.session(session.id()));
    }

    @Test
    void a_session_that_keycloak_has_ended_is_over_here_and_says_who_ended_it() throws Exception {
        var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);
        wallet.admin().endSession(session.sessionState());

        var failure = assertThrows(PscException.class, () -> await(() -> party.refresh(session.id())));

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure.problem());
        assertEquals(Optional.empty(), party.session(session.id()));
    }

    @Test
    void two_nodes_that_refresh_one_session_at_once_keep_it_for_forty_rounds() throws Exception {
        refreshAtTwoNodes(40);
    }

    @Test
    @Tag("long")
    void so_they_do_for_two_hundred_rounds() throws Exception {
        refreshAtTwoNodes(200);
    }

    private void refreshAtTwoNodes(int rounds) throws Exception {
        var store = SessionStore.inMemory(Clock.systemUTC());
        try (var first = node(store);
                var second = node(store)) {
            var session = new Visit(first, wallet.browser()).logIn(Wallet.PHARMACIST);

            for (var round = 0; round < rounds; round++) {
                var here = first.refresh(session.id()).toCompletableFuture();
                var there = second.refresh(session.id()).toCompletableFuture();
                assertEquals(session, here.get(1, TimeUnit.MINUTES));
                assertEquals(session, there.get(1, TimeUnit.MINUTES));
            }

            assertEquals(session, await(() -> second.requireSession(session.id())));
        }
    }

    private RelyingParty node(SessionStore store) throws Exception {
        return wallet.party()
                .client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic(Wallet.SECRET))
                .sessionStore(store)
                .build();
    }
}

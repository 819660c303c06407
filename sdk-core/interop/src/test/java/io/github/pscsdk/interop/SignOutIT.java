package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.RelyingParty;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The ways out: server to server, by the browser, and here alone. */
@AgainstKeycloak
class SignOutIT {
    private final Wallet wallet;

    @AutoClose
    private final RelyingParty party;

    private final Visit visit;

    SignOutIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.party = wallet.party(Wallet.CLIENT);
        this.visit = new Visit(party, wallet.browser());
    }

    @Test
    void a_sign_out_from_server_to_server_ends_the_session_at_keycloak() throws Exception {
        var session = visit.logIn(Wallet.PHARMACIST);

        await(() -> party.signOut(session.id()));

        assertEquals(Optional.empty(), party.session(session.id()));
        assertFalse(wallet.admin().endSession(session.sessionState()), "it lived on at Keycloak");
    }

    @Test
    void a_sign_out_by_the_browser_ends_the_session_at_keycloak_and_comes_back_with_the_state() throws Exception {
        var session = visit.logIn(Wallet.PHARMACIST);

        var signOut = await(() -> party.beginBrowserSignOut(session.id()));
        var back = visit.browser().open(signOut.endSessionUri());

        assertEquals(Wallet.HOME + "?state=" + signOut.state(), back.address().toString());
        assertEquals(Optional.empty(), party.session(session.id()));
        assertFalse(wallet.admin().endSession(session.sessionState()), "it lived on at Keycloak");
    }

    @Test
    void after_a_sign_out_the_same_browser_is_asked_to_log_in_again() throws Exception {
        var session = visit.logIn(Wallet.PHARMACIST);
        visit.browser()
                .open(await(() -> party.beginBrowserSignOut(session.id())).endSessionUri());

        assertTrue(visit.browser()
                .open(await(() -> party.beginBrowserLogin()).authorizationUri())
                .isPage());
    }

    @Test
    void a_session_that_is_only_forgotten_lives_on_at_keycloak() throws Exception {
        var session = visit.logIn(Wallet.PHARMACIST);

        party.forget(session.id());

        assertEquals(Optional.empty(), party.session(session.id()));
        assertTrue(wallet.admin().endSession(session.sessionState()));
    }
}

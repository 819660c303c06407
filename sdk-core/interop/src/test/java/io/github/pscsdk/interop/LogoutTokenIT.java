package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logout tokens that Keycloak makes and delivers. */
@AgainstKeycloak
class LogoutTokenIT {
    private final Wallet wallet;
    private final Browser browser;
    private final RelyingParty party;
    private final RelyingParty neighbour;

    LogoutTokenIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.browser = wallet.browser();
        this.party = wallet.party(Wallet.CLIENT);
        this.neighbour = wallet.party(Wallet.NEIGHBOUR);
    }

    @AfterEach
    void close() {
        party.close();
        neighbour.close();
    }

    private String endedAtKeycloak(PscSession session) throws Exception {
        wallet.admin().endSession(session.sessionState());
        return wallet.logouts().next(Wallet.CLIENT, session.sessionState());
    }

    private Problem refusal(String token) {
        return assertThrows(PscException.class, () -> await(() -> party.acceptLogoutToken(token)))
                .problem();
    }

    @Test
    void a_session_that_an_administrator_ended_ends_here() throws Exception {
        var session = new Visit(party, browser).logIn(Wallet.PHARMACIST);
        var token = endedAtKeycloak(session);

        await(() -> party.acceptLogoutToken(token));

        assertEquals(Optional.empty(), party.session(session.id()));
    }

    @Test
    void a_sign_out_at_one_client_reaches_the_session_that_the_same_browser_has_at_another() throws Exception {
        var there = new Visit(neighbour, browser).logIn(Wallet.PHARMACIST);
        var login = await(() -> party.beginBrowserLogin());
        var answer = browser.open(login.authorizationUri()).address();
        var here = await(() -> party.completeBrowserLogin(answer, login.state()));

        browser.open(await(() -> neighbour.beginBrowserSignOut(there.id())).endSessionUri());
        var token = wallet.logouts().next(Wallet.CLIENT, here.sessionState());
        await(() -> party.acceptLogoutToken(token));

        assertEquals(Optional.empty(), party.session(here.id()));
    }

    @Test
    void another_session_of_the_same_person_lives_on() throws Exception {
        var ended = new Visit(party, browser).logIn(Wallet.PHARMACIST);
        var other = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

        var token = endedAtKeycloak(ended);
        await(() -> party.acceptLogoutToken(token));

        assertTrue(party.session(other.id()).isPresent());
    }

    @Test
    void a_token_is_taken_once() throws Exception {
        var session = new Visit(party, browser).logIn(Wallet.PHARMACIST);
        var token = endedAtKeycloak(session);
        await(() -> party.acceptLogoutToken(token));

        assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, refusal(token));
    }

    @Test
    void a_token_for_another_client_ends_nothing() throws Exception {
        var there = new Visit(neighbour, browser).logIn(Wallet.PHARMACIST);
        var login = await(() -> party.beginBrowserLogin());
        var answer = browser.open(login.authorizationUri()).address();
        var here = await(() -> party.completeBrowserLogin(answer, login.state()));
        wallet.admin().endSession(there.sessionState());

        assertEquals(
                LoginProblem.LOGOUT_TOKEN_REJECTED,
                refusal(wallet.logouts().next(Wallet.NEIGHBOUR, there.sessionState())));

        assertTrue(party.session(here.id()).isPresent());
    }
}

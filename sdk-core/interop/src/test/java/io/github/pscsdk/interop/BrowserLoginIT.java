package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The code flow with PKCE, as a browser goes through it. */
@AgainstKeycloak
class BrowserLoginIT {
    private final Wallet wallet;

    @AutoClose
    private final RelyingParty party;

    private final Visit visit;

    BrowserLoginIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.party = wallet.party(Wallet.CLIENT);
        this.visit = new Visit(party, wallet.browser());
    }

    @Test
    void a_professional_comes_back_logged_in() throws Exception {
        var session = visit.logIn(Wallet.PHARMACIST);

        assertEquals(Wallet.PHARMACIST, session.professional().nationalId());
        assertEquals(Optional.of("eidas1"), session.acr());
        assertEquals(Optional.of("CARD"), session.authMode());
        assertFalse(session.sessionState().isEmpty());
        assertEquals(Optional.of(session), party.session(session.id()));
    }

    @Test
    void userinfo_arrives_whole_accents_and_empty_members_included() throws Exception {
        var pharmacist = visit.logIn(Wallet.PHARMACIST).professional();

        assertEquals("D'ÉPREUVE", pharmacist.familyName());
        assertEquals(List.of("Hélène"), pharmacist.givenNames());
        assertEquals("RPPS", pharmacist.otherIds().get(0).origin());
        var workplace = pharmacist.practices().get(0).workplaces().get(0);
        assertEquals(Optional.of("0B0999903"), workplace.structure().finess());
        assertEquals(Optional.empty(), workplace.contact().telephone());
    }

    @Test
    void a_second_login_in_the_same_browser_asks_for_nothing_and_keeps_level_and_time() throws Exception {
        var first = visit.logIn(Wallet.DOCTOR);
        var login = await(() -> party.beginBrowserLogin());

        var callback = visit.browser().open(login.authorizationUri()).address();
        var second = await(() -> party.completeBrowserLogin(callback, login.state()));

        assertNotEquals(first.id(), second.id());
        assertEquals(first.acr(), second.acr());
        assertEquals(first.authenticatedAt(), second.authenticatedAt());
        assertEquals(2, second.professional().practices().get(0).workplaces().size());
    }

    @Test
    void a_callback_works_once() throws Exception {
        var login = await(() -> party.beginBrowserLogin());
        var callback = visit.logInAtKeycloak(login, Wallet.PHARMACIST);
        await(() -> party.completeBrowserLogin(callback, login.state()));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, visit.failure(callback, login));
    }

    @Test
    void keycloak_refuses_a_code_that_was_used() throws Exception {
        var login = await(() -> party.beginBrowserLogin());
        var callback = visit.logInAtKeycloak(login, Wallet.PHARMACIST);
        await(() -> party.completeBrowserLogin(callback, login.state()));
        var later = await(() -> party.beginBrowserLogin());

        assertEquals(
                LoginProblem.GRANT_REJECTED, visit.failure(replaced(callback, login.state(), later.state()), later));
    }

    @Test
    void keycloak_refuses_a_code_that_another_login_has_the_verifier_of() throws Exception {
        var victim = await(() -> party.beginBrowserLogin());
        var stolen = visit.logInAtKeycloak(victim, Wallet.PHARMACIST);
        var attacker = await(() -> party.beginBrowserLogin());

        assertEquals(
                LoginProblem.GRANT_REJECTED,
                visit.failure(replaced(stolen, victim.state(), attacker.state()), attacker));
    }

    @Test
    void a_callback_with_the_state_of_another_browser_is_refused_and_that_login_goes_on() throws Exception {
        var own = await(() -> party.beginBrowserLogin());
        var foreign = await(() -> party.beginBrowserLogin());
        var callback = visit.logInAtKeycloak(foreign, Wallet.PHARMACIST);

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, visit.failure(callback, own));

        assertEquals(
                Wallet.PHARMACIST,
                await(() -> party.completeBrowserLogin(callback, foreign.state()))
                        .professional()
                        .nationalId());
    }

    @Test
    void a_professional_who_declines_on_the_page_has_refused() throws Exception {
        try (var asking = wallet.party(Wallet.ASKS_FOR_CONSENT)) {
            var browser = wallet.browser();
            var login = await(() -> asking.beginBrowserLogin());
            var question = browser.open(login.authorizationUri()).form().logIn(browser, Wallet.PHARMACIST);

            var back = question.form().decline(browser);

            assertEquals(LoginProblem.REFUSED, new Visit(asking, browser).failure(back.address(), login));
        }
    }

    private static URI replaced(URI callback, String state, String by) {
        return URI.create(callback.toString().replace(state, by));
    }
}

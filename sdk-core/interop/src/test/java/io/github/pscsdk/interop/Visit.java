package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.net.URI;

/** One browser at one relying party: the steps of a login by hand, or all at once. */
record Visit(RelyingParty party, Browser browser) {

    /** From the login page, which is filled in, to the address that the browser is sent back to. */
    URI logInAtKeycloak(BrowserLogin login, NationalId who) throws IOException, InterruptedException {
        return browser.open(login.authorizationUri()).form().logIn(browser, who).address();
    }

    PscSession logIn(NationalId who) throws IOException, InterruptedException, PscException {
        var login = await(party::beginBrowserLogin);
        var callback = logInAtKeycloak(login, who);
        return await(() -> party.completeBrowserLogin(callback, login.state()));
    }

    /** How the return to that address fails. */
    Problem failure(URI callback, BrowserLogin login) {
        return assertThrows(PscException.class, () -> await(() -> party.completeBrowserLogin(callback, login.state())))
                .problem();
    }
}

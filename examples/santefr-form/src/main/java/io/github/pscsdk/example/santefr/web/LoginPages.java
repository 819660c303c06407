package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.web.BegunLogins;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** {@code /login} and {@code /callback}: to Pro Santé Connect and back. */
final class LoginPages {
    /** As long as the relying party waits for a login. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RelyingParty relyingParty;
    private final Browser browser;
    private final LoginLimit limit;
    private final Interruptions interruptions;

    LoginPages(RelyingParty relyingParty, Browser browser, LoginLimit limit, Interruptions interruptions) {
        this.relyingParty = relyingParty;
        this.browser = browser;
        this.limit = limit;
        this.interruptions = interruptions;
    }

    void begin(Visit visit) throws PscException, InterruptedException {
        var wait = limit.begin(visit.address());
        if (wait.isPresent()) {
            visit.comeBackAfter(wait.get());
            visit.message(429, "message.too-many-logins");
            return;
        }
        var login = relyingParty.beginBrowserLogin();
        keep(visit, begun(visit).with(login.state()));
        visit.see(login.authorizationUri());
    }

    void comeBack(Visit visit) throws PscException, InterruptedException {
        var begun = begun(visit);
        var state = visit.parameter("state").filter(begun::has).orElse("");
        keep(visit, begun.without(state));
        var session = relyingParty.completeBrowserLogin(callback(visit), state);
        open(visit, session);
        visit.see(
                interruptions.wayBack(visit, Caller.of(session.professional())).orElse("/me"));
    }

    /** With a handle that nobody knew before the login, and without the session that this browser had. */
    private void open(Visit visit, PscSession session) {
        browser.handle(visit).ifPresent(relyingParty::forget);
        visit.keep(CookieName.SESSION, session.id().value());
        visit.erase(CookieName.SIGN_OUT);
    }

    private static BegunLogins begun(Visit visit) {
        return BegunLogins.ofCookie(visit.cookie(CookieName.LOGINS).orElse(""));
    }

    private static void keep(Visit visit, BegunLogins begun) {
        if (begun.toCookie().isEmpty()) {
            visit.erase(CookieName.LOGINS);
        } else {
            visit.keep(CookieName.LOGINS, begun.toCookie(), PATIENCE);
        }
    }

    private static URI callback(Visit visit) throws PscException {
        try {
            return new URI("/callback?" + visit.query());
        } catch (URISyntaxException e) {
            // Without its cause, which quotes the query.
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the return cannot be read");
        }
    }
}

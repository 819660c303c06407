package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.web.FormToken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code /logout} and {@code /signed-out}: the explicit logout, which ends the session at Pro Santé Connect too. */
final class LogoutPages {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RelyingParty relyingParty;
    private final Browser browser;

    LogoutPages(RelyingParty relyingParty, Browser browser) {
        this.relyingParty = relyingParty;
        this.browser = browser;
    }

    void begin(Visit visit) throws InterruptedException {
        var session = browser.session(visit);
        if (session.isEmpty()) {
            visit.see(
                    browser.dropEndedSession(visit).orElse(Notice.SESSION_OVER).address());
        } else if (FormToken.of(session.get().id())
                .matches(visit.form().get(FormToken.FIELD).orElse(""))) {
            signOut(visit, session.get().id());
        } else {
            visit.message(403, "message.foreign-form");
        }
    }

    private void signOut(Visit visit, SessionId id) throws InterruptedException {
        visit.erase(CookieName.SESSION);
        visit.erase(CookieName.INTERRUPTED);
        try {
            var signOut = relyingParty.beginBrowserSignOut(id);
            visit.keep(CookieName.SIGN_OUT, signOut.state(), PATIENCE);
            visit.see(signOut.endSessionUri());
        } catch (PscException e) {
            if (e.problem() == LoginProblem.SESSION_ENDED) {
                visit.see(Notice.SESSION_OVER.address());
            } else {
                visit.problem(e.problem(), Optional.of("problem.signed-out-here"));
            }
        }
    }

    /** Back from Pro Santé Connect, which may have lost the state on the way: another one does not count. */
    void end(Visit visit) {
        var begun = visit.cookie(CookieName.SIGN_OUT);
        var isOurs = begun.isPresent()
                && visit.parameter("state").map(begun.get()::equals).orElse(true);
        if (isOurs) {
            visit.show("signed-out", "signed-out.title", Map.of());
        } else {
            visit.see("/");
        }
    }
}

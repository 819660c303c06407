package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.relyingparty.web.WebLogin;
import java.util.Map;
import java.util.Optional;

/** {@code /login} and {@code /logout}, and where a browser comes back from each: to Pro Santé Connect and back. */
final class LoginPages {
    private final WebLogin login;
    private final Interruptions interruptions;

    LoginPages(WebLogin login, Interruptions interruptions) {
        this.login = login;
        this.interruptions = interruptions;
    }

    void begin(PageRequest visit) throws PscException, InterruptedException {
        var start = login.begin(visit, visit.address());
        if (start.page().isPresent()) {
            visit.see(start.page().get());
        } else {
            visit.comeBackAfter(start.retryAfter());
            visit.message(429, "message.too-many-logins");
        }
    }

    void comeBack(PageRequest visit) throws PscException, InterruptedException {
        var session = login.comeBack(visit, visit.query());
        visit.see(interruptions.wayBack(session).orElse("/me"));
    }

    void logOut(PageRequest visit) throws InterruptedException {
        var session = login.session(visit);
        if (session.isEmpty()) {
            visit.see(login.dropEndedSession(visit)
                    .map(Notice::of)
                    .orElse(Notice.SESSION_OVER)
                    .address());
        } else if (FormToken.of(session.get().id())
                .matches(visit.form().get(FormToken.FIELD).orElse(""))) {
            logOut(visit, session.get());
        } else {
            visit.message(403, "message.foreign-form");
        }
    }

    private void logOut(PageRequest visit, PscSession session) throws InterruptedException {
        interruptions.forget(session);
        try {
            visit.see(login.logOut(visit, session.id()));
        } catch (PscException e) {
            if (e.problem() == LoginProblem.SESSION_ENDED) {
                visit.see(Notice.SESSION_OVER.address());
            } else {
                visit.problem(e.problem(), Optional.of("problem.signed-out-here"));
            }
        }
    }

    void signedOut(PageRequest visit) {
        if (login.isSignedOut(visit, visit.query())) {
            visit.show("signed-out", "signed-out.title", Map.of());
        } else {
            visit.see("/");
        }
    }
}

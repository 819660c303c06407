package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.relyingparty.web.WebLogin;
import java.time.Duration;
import java.util.Map;

/** {@code /login} and {@code /logout}, and where a browser comes back from each: to Pro Santé Connect and back. */
final class LoginPages {
    private final WebLogin login;
    private final InterruptedForms interrupted;

    LoginPages(WebLogin login, InterruptedForms interrupted) {
        this.login = login;
        this.interrupted = interrupted;
    }

    void begin(PageRequest request) throws PscException, InterruptedException {
        try {
            request.see(login.begin(request, request.address()));
        } catch (PscException e) {
            if (e.problem() != LoginProblem.TOO_MANY_ATTEMPTS) {
                throw e;
            }
            request.comeBackAfter(Duration.ofSeconds(Long.parseLong(e.facts().get("seconds"))));
            request.message(WebLogin.statusOf(e.problem()), "message.too-many-logins");
        }
    }

    void comeBack(PageRequest request) throws PscException, InterruptedException {
        var session = login.comeBack(request, request.query());
        request.see(interrupted.wayBack(session).orElse("/me"));
    }

    void logOut(PageRequest request) {
        var session = login.session(request);
        if (session.isEmpty()) {
            request.see(login.dropEndedSession(request)
                    .map(Notice::of)
                    .orElse(Notice.SESSION_OVER)
                    .address());
        } else {
            request.form(form -> logOut(request, session.get(), form));
        }
    }

    private void logOut(PageRequest request, PscSession session, FormFields form) throws InterruptedException {
        if (!FormToken.of(session.id()).matches(form.get(FormToken.FIELD).orElse(""))) {
            request.message(403, "message.foreign-form");
            return;
        }
        interrupted.forget(session);
        try {
            request.see(login.logOut(request, session.id()));
        } catch (PscException e) {
            if (e.problem() == LoginProblem.SESSION_ENDED) {
                request.see(Notice.SESSION_OVER.address());
            } else {
                request.problem(e.problem());
            }
        }
    }

    void signedOut(PageRequest request) {
        if (login.finishLogOut(request, request.query())) {
            request.show("signed-out", "signed-out.title", Map.of());
        } else {
            request.see("/");
        }
    }
}

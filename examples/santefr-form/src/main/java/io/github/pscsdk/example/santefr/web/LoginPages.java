package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Pro Santé Connect and back: {@code /}, {@code /login}, {@code /callback}, {@code /me}, {@code /logout}.
 */
record LoginPages(WebLogin login, InterruptedForms interrupted, Dossiers dossiers) {
    private static final Logger LOG = LoggerFactory.getLogger(LoginPages.class);
    private static final int LOGOUT_TOKEN = 16 * 1024;

    /** Why the reader was sent back to the connection page. */
    enum Notice {
        /** The session has ended by itself. */
        SESSION_OVER,
        /** The session had ended when a form was sent, which is kept. */
        INPUT_KEPT,
        /** The session had ended when a declaration was to be handed over. */
        NOT_HANDED_OVER,
        /** Pro Santé Connect has ended it. */
        ENDED_BY_PSC,
        /** The page that was asked for needs a session. */
        LOGIN_NEEDED;

        /** The page with this notice. */
        String address() {
            return "/?notice=" + KebabCase.of(this);
        }

        /** Why a session is over. */
        static Notice of(LoginProblem end) {
            return end == LoginProblem.SESSION_ENDED_AT_PSC ? ENDED_BY_PSC : SESSION_OVER;
        }
    }

    /** The purpose of the form, and the login button; for a browser that may be logged in already. */
    void home(PageRequest request) {
        if (login.session(request).isPresent()) {
            request.see("/me");
            return;
        }
        var end = login.dropEndedSession(request);
        if (end.isPresent()) {
            request.see(Notice.of(end.get()).address());
        } else {
            welcome(request);
        }
    }

    /** The same for a browser that cannot be logged in. */
    static void welcome(PageRequest request) {
        var code = request.parameter("notice").orElse("");
        var notice = Arrays.stream(Notice.values())
                .filter(known -> KebabCase.of(known).equals(code))
                .findFirst();
        var here = notice.map(Notice::address).orElse("/");
        request.show(200, "home", here, Map.of("notice", notice.map(known -> "home." + code)));
    }

    void begin(PageRequest request) throws PscException, InterruptedException {
        request.see(login.begin(request, request.address()));
    }

    void comeBack(PageRequest request) throws PscException, InterruptedException {
        var session = login.comeBack(request, request.query());
        request.see(interrupted.wayBack(session).orElse("/me"));
    }

    /** The person who is logged in, and what they may declare. */
    void me(PageRequest request) {
        request.show("me", Map.of("session", request.session(), "rights", dossiers.rights(request.caller())));
    }

    void logOut(PageRequest request) throws PscException, InterruptedException {
        interrupted.forget(request.session());
        var session = request.signOut();
        try {
            request.see(login.logOut(request, session.id()));
        } catch (PscException e) {
            if (e.problem() != LoginProblem.SESSION_ENDED) {
                throw e;
            }
            request.see(Notice.SESSION_OVER.address());
        }
    }

    void signedOut(PageRequest request) {
        if (login.finishLogOut(request, request.query())) {
            request.show("signed-out", Map.of());
        } else {
            request.see("/");
        }
    }

    /** The remedy of a problem, to be read again in the other language: a login's return works once. */
    static void problem(PageRequest request) {
        LoginProblem.ofCode(request.path("code"))
                .ifPresentOrElse(request::problem, () -> request.message(404, "message.not-found"));
    }

    /**
     * Where Pro Santé Connect reports that a session of its own has ended (OpenID Connect Back-Channel Logout 1.0, §2.5
     * to §2.8). It needs neither a cookie nor the token of a form: what is posted is signed, and good for once.
     */
    static void takeReport(Context context, RelyingParty relyingParty) {
        var form = RequestBody.read(context, LOGOUT_TOKEN).map(body -> FormFields.of(body, context.contentType()));
        var token = form.orElse(FormFields.NONE).get("logout_token");
        try {
            RelyingParty.await(() -> relyingParty.acceptLogoutToken(token));
            context.status(200);
        } catch (PscException e) {
            LOG.info("a reported logout fails: {}", e.problem().code());
            var isRejected = e.problem() == LoginProblem.LOGOUT_TOKEN_REJECTED;
            fail(context, isRejected ? "invalid_request" : "server_error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(context, "server_error");
        }
    }

    /** Every failure is a 400, as §2.8 says; the codes are those of RFC 6749. */
    private static void fail(Context context, String error) {
        context.status(400).contentType("application/json").result("{\"error\":\"" + error + "\"}");
    }
}

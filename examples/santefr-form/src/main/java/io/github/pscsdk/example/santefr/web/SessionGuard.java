package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.DossierException;
import io.github.pscsdk.example.santefr.web.LoginPages.Notice;
import io.github.pscsdk.example.santefr.web.PageRequest.PageAction;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.relyingparty.web.WebLogin;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes a {@link PageAction} of one that needs a session: refuses requests without a session, and forms without its
 * token.
 */
record SessionGuard(WebLogin login, InterruptedForms interrupted, Clock clock) {
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    /** A declaration of a dozen offers, each text at its longest. */
    private static final int MOST_BYTES = 256 * 1024;

    PageAction read(PageAction action) {
        return request -> {
            var session = login.session(request);
            if (session.isPresent()) {
                request.signIn(session.get(), session.get().endsWithin(ANNOUNCED, clock.instant()));
                action.answer(request);
            } else {
                var end = login.dropEndedSession(request).map(Notice::of);
                request.see(end.orElse(Notice.LOGIN_NEEDED).address());
            }
        };
    }

    PageAction sent(PageAction action) {
        return sent(MOST_BYTES, action);
    }

    PageAction sent(int mostBytes, PageAction action) {
        return read(request -> {
            if (request.read(mostBytes)) {
                receive(request, action);
            }
        });
    }

    /**
     * For a form that is kept if its session was over when it was sent: of a step what was typed; of a hand-over, which
     * needs a fresh yes, the way back to it.
     */
    PageAction sentPerhapsLate(Notice late, PageAction action) {
        var isHandOver = late == Notice.NOT_HANDED_OVER;
        return request -> {
            if (!request.read(MOST_BYTES)) {
                return;
            }
            var session = login.session(request);
            var isTheirs = session.filter(open -> isOf(open, request)).isPresent();
            var typed = isHandOver ? "" : request.form().toText();
            if (!isTheirs && StepPage.isPlayBack(request)) {
                // A script asked, nobody pressed a button: there is nothing to keep, and nobody to tell.
                request.message(403, "message.foreign-form");
            } else if (isTheirs || !interrupted.keep(request, typed, session)) {
                read(sent -> receive(sent, action)).answer(request);
            } else if (session.isPresent()) {
                // Somebody has logged in since, in another tab.
                request.see(InterruptedForms.wayBack(request.number(), isHandOver));
            } else {
                login.dropEndedSession(request);
                request.see(late.address());
            }
        };
    }

    private static void receive(PageRequest request, PageAction action)
            throws PscException, InterruptedException, EventRefusedException, DossierException {
        if (isOf(request.session(), request)) {
            action.answer(request);
        } else {
            request.message(403, "message.foreign-form");
        }
    }

    private static boolean isOf(PscSession session, PageRequest request) {
        return session.id().isFormToken(request.form().get(SessionId.FORM_FIELD));
    }
}

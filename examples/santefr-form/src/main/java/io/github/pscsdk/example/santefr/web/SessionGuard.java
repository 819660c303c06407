package io.github.pscsdk.example.santefr.web;

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
                request.answer(action);
            } else {
                var end = login.dropEndedSession(request).map(Notice::of);
                request.see(end.orElse(Notice.LOGIN_NEEDED).address());
            }
        };
    }

    PageAction sent(PageAction action) {
        return read(request -> request.read(MOST_BYTES, false, sent -> receive(sent, action)));
    }

    /**
     * For a form with a file. A file that is too large is not read at all, so that its token is unknown: nothing is
     * done then.
     */
    PageAction sentFile(int mostBytes, PageAction action) {
        return read(request -> request.read(mostBytes, true, sent -> {
            if (sent.form().isTooLarge()) {
                action.answer(sent);
            } else {
                receive(sent, action);
            }
        }));
    }

    /**
     * For a form that is kept if its session was over when it was sent: of a step what was typed; of a hand-over, which
     * needs a fresh yes, the way back to it.
     */
    PageAction sentPerhapsLate(Notice late, PageAction action) {
        var isHandOver = late == Notice.NOT_HANDED_OVER;
        return first -> first.read(MOST_BYTES, false, request -> {
            var session = login.session(request);
            if (session.filter(open -> isOf(open, request)).isEmpty()) {
                if (StepPage.isPlayBack(request)) {
                    // A script asked, nobody pressed a button: there is nothing to keep, and nobody to tell.
                    request.message(403, "message.foreign-form");
                    return;
                }
                var typed = isHandOver ? "" : request.form().toText();
                if (interrupted.keep(request, typed, session)) {
                    if (session.isPresent()) {
                        // Somebody has logged in since, in another tab.
                        request.see(InterruptedForms.wayBack(request.number(), isHandOver));
                    } else {
                        login.dropEndedSession(request);
                        request.see(late.address());
                    }
                    return;
                }
            }
            read(sent -> receive(sent, action)).answer(request);
        });
    }

    private static void receive(PageRequest request, PageAction action) {
        if (request.form().isTooLarge()) {
            request.message(413, "message.too-large");
        } else if (!isOf(request.session(), request)) {
            request.message(403, "message.foreign-form");
        } else {
            request.answer(action);
        }
    }

    private static boolean isOf(PscSession session, PageRequest request) {
        return session.id().isFormToken(request.form().get(SessionId.FORM_FIELD));
    }
}

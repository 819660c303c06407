package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
import java.util.Optional;

/** The session of the browser that visits. */
final class Browser {
    private final RelyingParty relyingParty;

    Browser(RelyingParty relyingParty) {
        this.relyingParty = relyingParty;
    }

    /** What the browser shows, be it still good or not. */
    Optional<SessionId> handle(Visit visit) {
        return visit.cookie(CookieName.SESSION).flatMap(SessionId::read);
    }

    /** The session, if it is still open. */
    Optional<PscSession> session(Visit visit) {
        return handle(visit).flatMap(relyingParty::session);
    }

    /** Takes the cookie of a session that is no longer open from the browser, and tells why it is not. */
    Optional<Notice> dropEndedSession(Visit visit) {
        if (visit.cookie(CookieName.SESSION).isEmpty() || session(visit).isPresent()) {
            return Optional.empty();
        }
        visit.erase(CookieName.SESSION);
        return Optional.of(handle(visit).map(this::whyEnded).orElse(Notice.SESSION_OVER));
    }

    private Notice whyEnded(SessionId id) {
        try {
            relyingParty.requireSession(id);
        } catch (PscException e) {
            if (e.problem() == LoginProblem.SESSION_ENDED_AT_PSC) {
                return Notice.ENDED_BY_PSC;
            }
        }
        return Notice.SESSION_OVER;
    }
}

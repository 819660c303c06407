package io.github.pscsdk.example.santefr.web;

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
        return visit.cookie(CookieName.SESSION).flatMap(Browser::read);
    }

    /** The session, if it is still open. */
    Optional<PscSession> session(Visit visit) {
        return handle(visit).flatMap(relyingParty::session);
    }
    /** Takes the cookie of a session that is no longer open from the browser, and tells whether there was one. */
    boolean dropsEndedSession(Visit visit) {
        if (visit.cookie(CookieName.SESSION).isEmpty() || session(visit).isPresent()) {
            return false;
        }
        visit.erase(CookieName.SESSION);
        return true;
    }

    private static Optional<SessionId> read(String value) {
        try {
            return Optional.of(new SessionId(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The session of the browser that asks. The browser holds its handle in a cookie, and nothing else. */
public final class PscBrowser {
    private final RelyingParty relyingParty;
    private final PscCookies cookies;

    PscBrowser(RelyingParty relyingParty, PscCookies cookies) {
        this.relyingParty = relyingParty;
        this.cookies = cookies;
    }

    /** The session, if it is still open. Counts as activity. */
    public Optional<PscSession> session(HttpServletRequest request) {
        return handle(request).flatMap(relyingParty::session);
    }

    /** Takes the cookie of a session that is no longer open from the browser, and tells whether there was one. */
    public boolean dropsEndedSession(HttpServletRequest request, HttpServletResponse response) {
        if (cookies.read(request, CookieName.SESSION).isEmpty()
                || session(request).isPresent()) {
            return false;
        }
        cookies.erase(response, CookieName.SESSION);
        return true;
    }

    /** Under a handle that nobody knew before the login, and without the session that this browser had. */
    void open(PscSession session, HttpServletRequest request, HttpServletResponse response) {
        handle(request).ifPresent(relyingParty::forget);
        cookies.set(response, CookieName.SESSION, session.id().value());
    }

    void close(HttpServletResponse response) {
        cookies.erase(response, CookieName.SESSION);
    }

    /** What the browser shows, be it still good or not. */
    Optional<SessionId> handle(HttpServletRequest request) {
        return cookies.read(request, CookieName.SESSION).flatMap(SessionId::read);
    }
}

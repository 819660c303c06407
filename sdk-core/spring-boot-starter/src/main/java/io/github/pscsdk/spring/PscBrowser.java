package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.web.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The session of the browser that asks. The browser holds its handle in a cookie, and nothing else. */
public final class PscBrowser {
    private final WebLogin login;

    PscBrowser(WebLogin login) {
        this.login = login;
    }

    /** The session, if it is still open. Counts as activity. */
    public Optional<PscSession> session(HttpServletRequest request) {
        return login.session(ServletCookies.of(request));
    }

    /** Takes the cookie of a session that is no longer open from the browser, and tells whether there was one. */
    public boolean dropsEndedSession(HttpServletRequest request, HttpServletResponse response) {
        return login.dropEndedSession(new ServletCookies(request, response)).isPresent();
    }

    /** What the browser shows, be it still good or not. */
    Optional<SessionId> handle(HttpServletRequest request) {
        return login.handle(ServletCookies.of(request));
    }
}

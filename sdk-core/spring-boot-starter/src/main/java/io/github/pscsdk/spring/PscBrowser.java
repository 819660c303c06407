package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.relyingparty.web.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** The session of the browser that asks. The browser holds its handle in a cookie. */
public final class PscBrowser {
    private static final String KNOWS_SESSIONS = PscBrowser.class.getName();
    private static final String OTHER_LOGIN = "io.github.pscsdk.spring.other-login";
    // Of Spring Security, which may not be there.
    private static final String CSRF_TOKEN = "org.springframework.security.web.csrf.CsrfToken";

    private final WebLogin login;

    PscBrowser(WebLogin login) {
        this.login = login;
    }

    /** The session, if it is still open. Counts as activity. */
    public Optional<PscSession> session(HttpServletRequest request) {
        return login.session(new ServletCookies(request, Optional.empty()));
    }

    /** Takes the cookie of a session that is no longer open from the browser, and tells whether there was one. */
    public boolean dropsEndedSession(HttpServletRequest request, HttpServletResponse response) {
        return login.dropEndedSession(new ServletCookies(request, response)).isPresent();
    }

    Optional<SessionId> handle(HttpServletRequest request) {
        return login.handle(new ServletCookies(request, Optional.empty()));
    }

    /**
     * Ends the session, since somebody has logged in by other means. A servlet session that was made for them is
     * marked.
     */
    void leaveForOtherLogin(HttpServletRequest request, HttpServletResponse response) {
        login.leave(new ServletCookies(request, response));
        Optional.ofNullable(request.getSession(false)).ifPresent(kept -> kept.setAttribute(OTHER_LOGIN, true));
    }

    /** Ends the marked servlet session, since a professional has logged in. */
    static void endOtherLogin(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false))
                .filter(kept -> kept.getAttribute(OTHER_LOGIN) != null)
                .ifPresent(HttpSession::invalidate);
    }

    /** Notes that the chain of Spring Security through which a request comes has the login of Pro Santé Connect. */
    static void knowsSessions(HttpServletRequest request) {
        request.setAttribute(KNOWS_SESSIONS, true);
    }

    /**
     * Whether a person of another login asks, in a chain of Spring Security that knows no sessions and has a token of
     * its own.
     */
    static boolean isGuardedElsewhere(HttpServletRequest request) {
        return request.getUserPrincipal() != null
                && request.getAttribute(CSRF_TOKEN) != null
                && request.getAttribute(KNOWS_SESSIONS) == null;
    }

    /** The cookies of a servlet's request and response, which only what adds a cookie needs. */
    record ServletCookies(HttpServletRequest request, Optional<HttpServletResponse> response)
            implements WebLogin.Cookies {
        ServletCookies(HttpServletRequest request, HttpServletResponse response) {
            this(request, Optional.of(response));
        }

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
        }

        @Override
        public void add(String setCookie) {
            response.orElseThrow().addHeader(HttpHeaders.SET_COOKIE, setCookie);
        }
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.web.FormToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what another site made a browser send: whatever may change something and comes with the cookie of an open session
 * must carry {@link FormToken}, a form in its hidden field, a script in the header {@link #HEADER}. Without a session there is
 * nothing that another site could abuse.
 */
final class FormTokenCheck implements HandlerInterceptor {
    /** What no other site can make a browser send. */
    static final String HEADER = "X-CSRF-TOKEN";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final PscBrowser browser;

    FormTokenCheck(PscBrowser browser) {
        this.browser = browser;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var isForeign = isForm(request)
                && browser.session(request)
                        .filter(session -> !carriesTokenOf(session.id(), request))
                        .isPresent();
        if (isForeign) {
            throw new PscFailures.ForeignFormException();
        }
        return true;
    }

    /** Whether something is sent, rather than asked for. */
    static boolean isForm(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    static boolean carriesTokenOf(SessionId session, HttpServletRequest request) {
        var given = Optional.ofNullable(request.getHeader(HEADER)).or(() -> field(request));
        return FormToken.of(session).matches(given.orElse(""));
    }

    /** Empty too if the parameters cannot be read, say because they are too many. */
    private static Optional<String> field(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(FormToken.FIELD));
        } catch (IllegalStateException unreadable) {
            // Servlet 6.1, ServletRequest.getParameter; its message may repeat what was sent.
            return Optional.empty();
        }
    }
}

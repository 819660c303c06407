package io.github.pscsdk.example.spring;

import io.github.pscsdk.relyingparty.web.FormToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what another site made a browser send: whatever may change something and comes with the cookie of an open session
 * must carry {@link FormToken}. Without a session there is nothing that another site could abuse.
 */
final class FormTokenCheck implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final PscBrowser browser;

    FormTokenCheck(PscBrowser browser) {
        this.browser = browser;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod())) {
            browser.session(request).ifPresent(session -> {
                var given = Parameters.find(request, FormToken.FIELD);
                if (!FormToken.of(session.id()).matches(given.orElse(""))) {
                    throw new ForeignFormException();
                }
            });
        }
        return true;
    }
}

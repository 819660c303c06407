package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.spring.PscWebConfigurer.FormTokenCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Spring Security's token against foreign forms: that of the open session, which satisfies {@link FormTokenCheck} too;
 * without a session the usual one.
 */
record SecurityFormTokens(PscBrowser browser) implements CsrfTokenRepository {
    private static final CsrfTokenRepository USUAL = new HttpSessionCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return ofSession(request).orElseGet(() -> USUAL.generateToken(request));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // That of a session is computed from it; null takes a token away.
        if (token == null || ofSession(request).isEmpty()) {
            USUAL.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return ofSession(request).orElseGet(() -> USUAL.loadToken(request));
    }

    private Optional<CsrfToken> ofSession(HttpServletRequest request) {
        return browser.session(request)
                .map(session -> new DefaultCsrfToken(
                        FormTokenCheck.HEADER,
                        SessionId.FORM_FIELD,
                        session.id().formToken()));
    }
}

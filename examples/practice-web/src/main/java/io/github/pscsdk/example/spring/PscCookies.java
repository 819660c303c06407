package io.github.pscsdk.example.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Sets and reads cookies: never for a script, over https only where there is https, and {@code Lax}, since a browser comes
 * back from Pro Santé Connect by a link of another site.
 */
final class PscCookies {
    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private final boolean https;

    PscCookies(PscSite site) {
        this.https = site.usesHttps();
    }

    Optional<String> read(HttpServletRequest request, CookieName name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name.under(https)))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    /** Keeps it until the browser closes. */
    void set(HttpServletResponse response, CookieName name, String value) {
        set(response, name, value, UNTIL_THE_BROWSER_CLOSES);
    }

    /** Keeps it for so long. */
    void set(HttpServletResponse response, CookieName name, String value, Duration life) {
        var cookie = ResponseCookie.from(name.under(https), value)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void erase(HttpServletResponse response, CookieName name) {
        set(response, name, "", Duration.ZERO);
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.web.LoginCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** Sets and reads the cookies of the login. */
final class PscCookies {
    private final URI publicBaseUri;

    PscCookies(PscSite site) {
        this.publicBaseUri = site.base();
    }

    Optional<String> read(HttpServletRequest request, CookieName name) {
        return Optional.ofNullable(WebUtils.getCookie(request, at(name).name()))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    /** Keeps it until the browser closes. */
    void set(HttpServletResponse response, CookieName name, String value) {
        add(response, at(name).set(value));
    }

    /** Keeps it for so long. */
    void set(HttpServletResponse response, CookieName name, String value, Duration life) {
        add(response, at(name).set(value, life));
    }

    void erase(HttpServletResponse response, CookieName name) {
        add(response, at(name).erase());
    }

    private LoginCookie at(CookieName name) {
        return LoginCookie.named(name.text(), publicBaseUri);
    }

    private static void add(HttpServletResponse response, String header) {
        response.addHeader(HttpHeaders.SET_COOKIE, header);
    }
}

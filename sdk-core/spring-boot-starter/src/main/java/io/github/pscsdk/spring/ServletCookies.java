package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.web.BrowserCookies;
import io.github.pscsdk.relyingparty.web.SentCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** The cookies of a servlet's request and response. */
record ServletCookies(HttpServletRequest request, HttpServletResponse response) implements BrowserCookies {
    static SentCookies of(HttpServletRequest request) {
        return name -> Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
    }

    @Override
    public Optional<String> read(String name) {
        return of(request).read(name);
    }

    @Override
    public void add(String setCookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, setCookie);
    }
}

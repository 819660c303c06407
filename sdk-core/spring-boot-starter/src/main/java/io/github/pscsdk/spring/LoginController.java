package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.web.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** To Pro Santé Connect and back. */
@Controller
final class LoginController {
    private final WebLogin login;
    private final PscPages pages;

    LoginController(WebLogin login, PscPages pages) {
        this.login = login;
        this.pages = pages;
    }

    @GetMapping(PscAddresses.LOGIN)
    ModelAndView begin(HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws PscException, InterruptedException {
        var start = login.begin(new ServletCookies(request, response), request.getRemoteAddr());
        if (start.page().isEmpty()) {
            response.setHeader("Retry-After", Long.toString(start.retryAfter().toSeconds()));
            return pages.tooManyLogins(locale);
        }
        return SeeOther.at(start.page().get().toString());
    }

    @GetMapping(PscAddresses.CALLBACK)
    ModelAndView comeBack(HttpServletRequest request, HttpServletResponse response)
            throws PscException, InterruptedException {
        login.comeBack(new ServletCookies(request, response), query(request));
        return pages.loggedIn();
    }

    static String query(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }
}

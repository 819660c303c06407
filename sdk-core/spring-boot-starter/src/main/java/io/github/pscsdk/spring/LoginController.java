package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.web.BegunLogins;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** To Pro Santé Connect and back. */
@Controller
final class LoginController {
    /** As long as the relying party waits for a login. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RelyingParty relyingParty;
    private final PscBrowser browser;
    private final PscCookies cookies;
    private final PscPages pages;
    private final LoginLimit limit;

    LoginController(
            RelyingParty relyingParty, PscBrowser browser, PscCookies cookies, PscPages pages, LoginLimit limit) {
        this.relyingParty = relyingParty;
        this.browser = browser;
        this.cookies = cookies;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping(PscAddresses.LOGIN)
    ModelAndView begin(HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws PscException, InterruptedException {
        var wait = limit.begin(request.getRemoteAddr());
        if (wait.isPresent()) {
            // A second begun counts as one, so that nobody comes too early.
            response.setHeader(
                    "Retry-After", Long.toString(wait.get().plusMillis(999).toSeconds()));
            return pages.tooManyLogins(locale);
        }
        var login = relyingParty.beginBrowserLogin();
        keep(response, begun(request).with(login.state()));
        return SeeOther.at(login.authorizationUri().toString());
    }

    @GetMapping(PscAddresses.CALLBACK)
    ModelAndView comeBack(HttpServletRequest request, HttpServletResponse response)
            throws PscException, InterruptedException {
        var begun = begun(request);
        var state = Parameters.find(request, "state").filter(begun::has).orElse("");
        keep(response, begun.without(state));
        var session = relyingParty.completeBrowserLogin(callback(request), state);
        browser.open(session, request, response);
        cookies.erase(response, CookieName.SIGN_OUT);
        return pages.loggedIn();
    }

    private BegunLogins begun(HttpServletRequest request) {
        return BegunLogins.ofCookie(cookies.read(request, CookieName.LOGINS).orElse(""));
    }

    private void keep(HttpServletResponse response, BegunLogins begun) {
        if (begun.toCookie().isEmpty()) {
            cookies.erase(response, CookieName.LOGINS);
        } else {
            cookies.set(response, CookieName.LOGINS, begun.toCookie(), PATIENCE);
        }
    }

    private static URI callback(HttpServletRequest request) throws PscException {
        try {
            return new URI(PscAddresses.CALLBACK + "?"
                    + Optional.ofNullable(request.getQueryString()).orElse(""));
        } catch (URISyntaxException e) {
            // Without its cause, which quotes the query.
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the return cannot be read");
        }
    }
}

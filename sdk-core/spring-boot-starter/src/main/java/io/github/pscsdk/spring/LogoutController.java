package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.web.ProblemStatus;
import io.github.pscsdk.relyingparty.web.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The explicit logout, which ends the session at Pro Santé Connect too. */
@Controller
final class LogoutController {
    private final WebLogin login;
    private final PscPages pages;

    LogoutController(WebLogin login, PscPages pages) {
        this.login = login;
        this.pages = pages;
    }

    /** The form's token was checked before, by {@link FormTokenCheck}. */
    @PostMapping(PscAddresses.LOGOUT)
    ModelAndView begin(PscSession session, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws InterruptedException {
        try {
            return SeeOther.at(login.logOut(new ServletCookies(request, response), session.id())
                    .toString());
        } catch (PscException e) {
            return e.problem() == LoginProblem.SESSION_ENDED
                    ? pages.sessionOver()
                    : pages.signedOutHere(e.problem(), ProblemStatus.of(e.problem()), locale);
        }
    }

    @GetMapping(PscAddresses.SIGNED_OUT)
    ModelAndView end(HttpServletRequest request) {
        return login.isSignedOut(ServletCookies.of(request), LoginController.query(request))
                ? pages.signedOut()
                : SeeOther.at("/");
    }
}

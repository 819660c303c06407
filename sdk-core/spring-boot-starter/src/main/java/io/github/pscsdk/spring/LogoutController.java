package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.web.ProblemStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The explicit logout, which ends the session at Pro Santé Connect too. */
@Controller
final class LogoutController {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RelyingParty relyingParty;
    private final PscBrowser browser;
    private final PscCookies cookies;
    private final PscPages pages;

    LogoutController(RelyingParty relyingParty, PscBrowser browser, PscCookies cookies, PscPages pages) {
        this.relyingParty = relyingParty;
        this.browser = browser;
        this.cookies = cookies;
        this.pages = pages;
    }

    /** The form's token was checked before, by {@link FormTokenCheck}. */
    @PostMapping(PscAddresses.LOGOUT)
    ModelAndView begin(PscSession session, HttpServletResponse response, Locale locale) throws InterruptedException {
        browser.close(response);
        try {
            var signOut = relyingParty.beginBrowserSignOut(session.id());
            cookies.set(response, CookieName.SIGN_OUT, signOut.state(), PATIENCE);
            return SeeOther.at(signOut.endSessionUri().toString());
        } catch (PscException e) {
            return e.problem() == LoginProblem.SESSION_ENDED
                    ? pages.sessionOver()
                    : pages.signedOutHere(e.problem(), ProblemStatus.of(e.problem()), locale);
        }
    }

    /** Back from Pro Santé Connect, which may have lost the state on the way: another one does not count. */
    @GetMapping(PscAddresses.SIGNED_OUT)
    ModelAndView end(HttpServletRequest request) {
        var begun = cookies.read(request, CookieName.SIGN_OUT);
        var returned = Parameters.find(request, "state");
        var isOurs = begun.isPresent() && returned.map(begun.get()::equals).orElse(true);
        return isOurs ? pages.signedOut() : SeeOther.at("/");
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.loginui.HtmlButton;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.github.pscsdk.spring.PscBrowser.ServletCookies;
import io.github.pscsdk.spring.PscWebConfigurer.FormTokenCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The addresses of {@link PscAddresses}: to Pro Santé Connect and back, both logouts, and the style of the button. */
@Controller
record PscController(RelyingParty relyingParty, WebLogin login, PscPages pages) {
    private static final Logger LOG = LoggerFactory.getLogger(PscController.class);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    @GetMapping(PscAddresses.LOGIN)
    ModelAndView begin(HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws PscException, InterruptedException {
        try {
            return PscPages.seeOther(login.begin(new ServletCookies(request, response), request.getRemoteAddr())
                    .toString());
        } catch (PscException e) {
            if (e.problem() != LoginProblem.TOO_MANY_ATTEMPTS) {
                throw e;
            }
            response.setHeader("Retry-After", e.facts().get("seconds"));
            return pages.tooManyLogins(locale);
        }
    }

    @GetMapping(PscAddresses.CALLBACK)
    ModelAndView comeBack(HttpServletRequest request, HttpServletResponse response)
            throws PscException, InterruptedException {
        login.comeBack(new ServletCookies(request, response), query(request));
        PscBrowser.endOtherLogin(request);
        return pages.loggedIn();
    }

    /** Ends the session at Pro Santé Connect too. The form's token was checked before, by {@link FormTokenCheck}. */
    @PostMapping(PscAddresses.LOGOUT)
    ModelAndView logOut(PscSession session, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws InterruptedException {
        try {
            return PscPages.seeOther(login.logOut(new ServletCookies(request, response), session.id())
                    .toString());
        } catch (PscException e) {
            return e.problem() == LoginProblem.SESSION_ENDED
                    ? pages.sessionOver()
                    : pages.notSignedOut(e.problem(), WebLogin.statusOf(e.problem()), locale);
        }
    }

    @GetMapping(PscAddresses.SIGNED_OUT)
    ModelAndView signedOut(HttpServletRequest request, HttpServletResponse response) {
        return login.finishLogOut(new ServletCookies(request, response), query(request))
                ? pages.signedOut()
                : PscPages.seeOther("/");
    }

    private static String query(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    /** Pro Santé Connect reports a logout: OpenID Connect Back-Channel Logout 1.0, section 2.8. */
    @PostMapping(path = PscAddresses.BACKCHANNEL_LOGOUT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> reported(@RequestParam(name = "logout_token", defaultValue = "") String token)
            throws InterruptedException {
        try {
            RelyingParty.await(() -> relyingParty.acceptLogoutToken(token));
            return ResponseEntity.ok().build();
        } catch (PscException e) {
            LOG.warn("a reported logout was refused: {}", e.problem().code());
            return ResponseEntity.badRequest().build();
        }
    }

    @GetMapping(PscAddresses.STYLESHEET)
    ResponseEntity<byte[]> stylesheet() {
        return ResponseEntity.ok().contentType(CSS).body(HtmlButton.stylesheet().getBytes(StandardCharsets.UTF_8));
    }
}

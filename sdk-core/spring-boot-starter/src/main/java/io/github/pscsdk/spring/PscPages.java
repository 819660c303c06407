package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The pages where login and logout end. An application that has a bean of this type shows its own pages. */
public interface PscPages {
    /** Somebody has logged in. */
    ModelAndView loggedIn();

    /** Somebody has logged out, here and at Pro Santé Connect. */
    ModelAndView signedOut();

    /** The session that this browser had is over. */
    ModelAndView sessionOver();

    /** Only somebody who is logged in may see the page that was asked for. */
    ModelAndView loginNeeded();

    /**
     * Too many logins were begun from one address. Answers with the status 429; when to come back is in a header
     * already.
     */
    ModelAndView tooManyLogins(Locale locale);

    /**
     * A form came when nobody was logged in any more: nothing was done. An application may keep what was typed, for the
     * person who typed it alone; at the least it says that it is lost.
     *
     * @param ended the session whose token the form carries; empty where it carries none, so that anybody may have sent
     *     it
     * @param form the request; where Spring Security refused it, its address is in the attribute {@link
     *     jakarta.servlet.RequestDispatcher#FORWARD_REQUEST_URI}
     */
    ModelAndView lateForm(Optional<SessionId> ended, HttpServletRequest form);

    /**
     * A form came without the token of the open session: another site made the browser send it, or it is of an earlier
     * session, and somebody has logged in since. Nothing was done. An application may keep what was typed if it was the
     * same person, and lead back to it; to anybody else it answers with the status 403, and nothing of the form.
     *
     * @param now the session that is open; empty where a person of another login is logged in
     * @param form as of {@link #lateForm}
     */
    ModelAndView foreignForm(Optional<PscSession> now, HttpServletRequest form);

    /** A login failed, to be answered with that status. The page has the button with which it begins again. */
    ModelAndView problem(Problem problem, int status, Locale locale);

    /**
     * Somebody wants to log out, and Pro Santé Connect's own session is still open ({@code SIGNED_OUT_HERE_ONLY}), or
     * the session here, with which nobody goes on from this browser ({@code NOT_SIGNED_OUT_YET}). As {@link #problem}
     * unless overridden.
     */
    default ModelAndView notSignedOut(Problem problem, int status, Locale locale) {
        return problem(problem, status, locale);
    }

    /** Sends the browser on, to be fetched by GET: to an address of another site, or to a path of this one. */
    static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        // An address is an address: what stands in braces is nobody's variable.
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}

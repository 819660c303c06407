package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.spring.PscAddresses;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages with which login and logout end in this application. */
@Component
record PracticePages(KeptEntries kept) implements PscPages {
    static final String SESSION_OVER = "/session-over";
    static final String PROBLEM = "/problem/";
    static final String LOGIN_NEEDED = "/login-needed";

    @Override
    public ModelAndView loggedIn() {
        return PscPages.seeOther("/me");
    }

    @Override
    public ModelAndView signedOut() {
        return Page.of("signed-out", CurrentPage.at(PscAddresses.SIGNED_OUT), 200, Map.of());
    }

    @Override
    public ModelAndView sessionOver() {
        return PscPages.seeOther(SESSION_OVER);
    }

    @Override
    public ModelAndView loginNeeded() {
        return PscPages.seeOther(LOGIN_NEEDED);
    }

    @Override
    public ModelAndView tooManyLogins(Locale locale) {
        return Page.message(429, "message.too-many-logins");
    }

    /** Only the form of the declaration is long enough to be kept. */
    @Override
    public ModelAndView lateForm(Optional<SessionId> ended, HttpServletRequest form) {
        var entry = Entry.of(form);
        var isKept = form.getRequestURI().startsWith(DeclarationController.FORM)
                && ended.filter(session -> kept.keep(session, entry)).isPresent();
        return lateForm(isKept, entry.key().isPresent());
    }

    /** With a key, nobody knows whether the declaration was handed over before. */
    static ModelAndView lateForm(boolean isKept, boolean hasKey) {
        return PscPages.seeOther(SESSION_OVER + "?form=" + (isKept ? "kept" : "lost") + (hasKey ? "-tried" : ""));
    }

    @Override
    public ModelAndView foreignForm() {
        return Page.message(403, "message.foreign-form");
    }

    /** At an address of its own in the other language: a login's return works once. */
    @Override
    public ModelAndView problem(Problem problem, int status, Locale locale) {
        var here = CurrentPage.at(PROBLEM + problem.code());
        return Page.of("problem", here, status, Map.of("problem", problem));
    }
}

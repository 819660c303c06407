package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.practiceweb.declaration.PlaceChoice;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages with which login and logout end in this application. */
@Component
record PracticePages(PageRenderer pages, PlaceChoice choice, KeptEntries kept) implements PscPages {
    static final String SESSION_OVER = "/session-over";
    static final String PROBLEM = "/problem/";
    static final String LOGIN_NEEDED = "/login-needed";

    @Override
    public ModelAndView loggedIn() {
        return PscPages.seeOther("/me");
    }

    @Override
    public ModelAndView signedOut() {
        return pages.of("signed-out", Map.of());
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
        return pages.message(429, "message.too-many-logins");
    }

    @Override
    public ModelAndView lateForm(Optional<SessionId> ended, HttpServletRequest form) {
        var isKept = ended.filter(session -> keeps(session.formToken(), form, Optional.empty()));
        return lateForm(isKept.isPresent(), FormInput.of(form).key().isPresent());
    }

    /** Only the form of the declaration is long enough to be kept. */
    private boolean keeps(String token, HttpServletRequest form, Optional<PscSession> now) {
        return form.getRequestURI().startsWith(DeclarationController.FORM) && kept.keep(token, FormInput.of(form), now);
    }

    /** With a key, nobody knows whether the declaration was handed over before. */
    static ModelAndView lateForm(boolean isKept, boolean hasKey) {
        return PscPages.seeOther(SESSION_OVER + "?form=" + (isKept ? "kept" : "lost") + (hasKey ? "-tried" : ""));
    }

    /** A person who has logged in anew since, in another tab, is led back to what they typed. */
    @Override
    public ModelAndView foreignForm(Optional<PscSession> now, HttpServletRequest form) {
        var token = String.valueOf(form.getParameter(SessionId.FORM_FIELD));
        return now.filter(session -> keeps(token, form, now))
                .map(session -> choice.of(session)
                        .flatMap(place -> kept.waiting(session, place).findFirst()))
                .map(here -> PscPages.seeOther(here.isPresent() ? DeclarationController.FORM : "/me?form=kept"))
                .orElseGet(() -> pages.message(403, "message.foreign-form"));
    }

    @Override
    public ModelAndView problem(Problem problem, int status, Locale locale) {
        return pages.of(status, "problem", Map.of("problem", problem));
    }
}

package io.github.pscsdk.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.relyingparty.web.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/** The pages until the application has its own: the first page, and a problem with its remedy in plain HTML. */
final class PlainPages implements PscPages {
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title>"
                    + "</head><body><main><h1>%2$s</h1><ol>%s</ol><p>%s</p>%s</main></body></html>";

    private final URI login;

    PlainPages(PublicBaseUri site) {
        // Absolute: a browser that came by another name of this host ends up at the declared one, with its cookies.
        this.login = site.at(PscAddresses.LOGIN);
    }

    @Override
    public ModelAndView loggedIn() {
        return PscPages.seeOther("/");
    }

    @Override
    public ModelAndView signedOut() {
        return PscPages.seeOther("/");
    }

    @Override
    public ModelAndView sessionOver() {
        return PscPages.seeOther("/");
    }

    @Override
    public ModelAndView loginNeeded() {
        return PscPages.seeOther(PscAddresses.LOGIN);
    }

    @Override
    public ModelAndView tooManyLogins(Locale locale) {
        return problem(LoginProblem.TOO_MANY_ATTEMPTS, WebLogin.statusOf(LoginProblem.TOO_MANY_ATTEMPTS), locale);
    }

    @Override
    public ModelAndView lateForm(Optional<SessionId> ended, HttpServletRequest form) {
        return sessionOver(WebLogin.statusOf(LoginProblem.SESSION_ENDED));
    }

    /** Mostly of a former session: somebody has logged in anew since. */
    @Override
    public ModelAndView foreignForm(Optional<PscSession> now, HttpServletRequest form) {
        return sessionOver(403);
    }

    private ModelAndView sessionOver(int status) {
        return problem(LoginProblem.SESSION_ENDED, status, LocaleContextHolder.getLocale());
    }

    @Override
    public ModelAndView problem(Problem problem, int status, Locale locale) {
        var remedy = problem.remedy(locale);
        var steps = remedy.steps().stream()
                .map(step -> "<li>" + HtmlUtils.htmlEscape(step) + "</li>")
                .collect(Collectors.joining());
        var button = PscButton.html(login).inLanguage(locale).markup();
        var title = HtmlUtils.htmlEscape(remedy.title());
        var html = PAGE.formatted(locale.getLanguage(), title, steps, problem.code(), button);
        View view = (model, request, response) -> {
            response.setStatus(status);
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(html);
        };
        return new ModelAndView(view);
    }
}

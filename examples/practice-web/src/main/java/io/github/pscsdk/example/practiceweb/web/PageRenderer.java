package io.github.pscsdk.example.practiceweb.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.practiceweb.declaration.PlaceChoice;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.spring.PscAddresses;
import io.github.pscsdk.spring.PscBrowser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Fills the templates, which the build has compiled. Each value is escaped for its place in the page. */
@Component
record PageRenderer(
        MessageSource texts,
        PscBrowser browser,
        PlaceChoice choice,
        RelyingParty relyingParty,
        PublicBaseUri site,
        Clock clock) {
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageRenderer.class.getClassLoader(), PageRenderer.class.getPackageName());

    ModelAndView of(String template, Map<String, ?> values) {
        return of(200, template, values);
    }

    ModelAndView of(int status, String template, Map<String, ?> values) {
        View view = (model, request, response) -> {
            var shown = new HashMap<String, Object>(model);
            shown.put("page", frame(request));
            var output = new StringOutput();
            ENGINE.render(template + ".jte", shown, output);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(output.toString());
        };
        var page = new ModelAndView(view, values);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    /** A page that says one thing: the text of that key, under its title. */
    ModelAndView message(int status, String key) {
        return of(status, "message", Map.of("text", key));
    }

    private Frame frame(HttpServletRequest request) {
        var session = browser.session(request);
        return new Frame(
                // French, unless the reader chose English here: so is the service that this stands for.
                Language.tagged(RequestContextUtils.getLocale(request).getLanguage())
                        .orElse(Language.FRENCH),
                texts,
                request.getRequestURI(),
                site.at(PscAddresses.LOGIN),
                relyingParty.environment().kind(),
                session,
                session.filter(open -> open.endsWithin(ANNOUNCED, clock.instant()))
                        .isPresent(),
                session.flatMap(choice::of));
    }
}

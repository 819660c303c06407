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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Fills the templates, which the build has compiled. Each value is escaped for its place in the page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
record JteViewResolver(
        MessageSource texts,
        PscBrowser browser,
        PlaceChoice choice,
        RelyingParty relyingParty,
        PublicBaseUri site,
        Clock clock)
        implements ViewResolver {
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JteViewResolver.class.getClassLoader(), JteViewResolver.class.getPackageName());

    @Override
    public View resolveViewName(String name, Locale locale) {
        return ENGINE.hasTemplate(name + ".jte")
                ? (model, request, response) -> fill(name, model, request, response)
                : null;
    }

    private void fill(String name, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new HashMap<String, Object>(model);
        var title = Optional.ofNullable(values.remove(Page.TITLE)).orElse(name + ".title");
        var here =
                Optional.ofNullable(values.remove(Page.HERE)).orElseGet(() -> CurrentPage.at(request.getRequestURI()));
        values.put("page", frame(request, title.toString(), (CurrentPage) here));
        var output = new StringOutput();
        ENGINE.render(name + ".jte", values, output);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(output.toString());
    }

    private Frame frame(HttpServletRequest request, String title, CurrentPage here) {
        var session = browser.session(request);
        return new Frame(
                Language.of(RequestContextUtils.getLocale(request)),
                texts,
                title,
                here,
                site.at(PscAddresses.LOGIN),
                relyingParty.environment().kind(),
                session,
                session.filter(open -> open.endsWithin(ANNOUNCED, clock.instant()))
                        .isPresent(),
                session.flatMap(choice::of));
    }
}

package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.practiceweb.place.PlaceChoice;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.spring.PscBrowser;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes what every page has around its subject. */
record FrameBuilder(
        MessageSource texts, PscBrowser browser, PlaceChoice choice, Environment environment, URI login, Clock clock) {
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    Frame frame(HttpServletRequest request, String title, CurrentPage here) {
        var language = Language.of(RequestContextUtils.getLocale(request));
        var session = browser.session(request);
        return new Frame(
                language,
                texts,
                title,
                here,
                login,
                environment,
                session.filter(open -> open.endsWithin(ANNOUNCED, clock.instant()))
                        .map(PscSession::expiresAt),
                session.map(PersonCard::of),
                session.flatMap(
                        open -> choice.of(open).map(place -> PlaceCard.of(place, open.professional(), language))),
                session.map(open -> FormToken.of(open.id()).value()).orElse(""));
    }
}

package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.spring.PscAddresses;
import io.github.pscsdk.spring.PscBrowser;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes what every page has around its subject. */
final class FrameBuilder {
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    private final MessageSource texts;
    private final PscBrowser browser;
    private final PscEnvironment environment;
    private final URI login;
    private final Clock clock;

    FrameBuilder(MessageSource texts, PscBrowser browser, PscEnvironment environment, PublicBaseUri site, Clock clock) {
        this.texts = texts;
        this.browser = browser;
        this.environment = environment;
        this.clock = clock;
        this.login = site.at(PscAddresses.LOGIN);
    }

    Frame frame(HttpServletRequest request, String title, CurrentPage here) {
        var session = browser.session(request);
        return new Frame(
                Language.of(RequestContextUtils.getLocale(request)),
                texts,
                title,
                here,
                login,
                environment.kind(),
                session.filter(open -> open.endsWithin(ANNOUNCED, clock.instant()))
                        .map(PscSession::expiresAt),
                session.map(open -> FormToken.of(open.id()).value()));
    }
}

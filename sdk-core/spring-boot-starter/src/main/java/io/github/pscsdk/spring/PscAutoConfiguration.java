package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Everything that an application needs to log professionals in. A {@link RelyingParty}, {@link SessionStore}, {@link
 * Clock}, {@link LoginLimit} or {@link PscPages} of its own is kept; a shared session store is checked at start. {@link
 * IdentifiersListener} and {@link RelyingPartyListener}s are told.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({PscController.class, PscFailures.class, PscWebConfigurer.class})
final class PscAutoConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PscAutoConfiguration.class);
    private static final String COOKIES = "psc";

    @Bean
    @ConditionalOnMissingBean
    Clock pscClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    SessionStore pscSessionStore(Clock clock) {
        return SessionStore.inMemory(clock);
    }

    @Bean
    PublicBaseUri pscPublicBaseUri(Environment environment) {
        return PscSettings.in(environment).publicBaseUri(System.getenv());
    }

    @Bean
    @ConditionalOnMissingBean
    RelyingParty pscRelyingParty(
            Environment environment,
            SessionStore sessions,
            Clock clock,
            ObjectProvider<IdentifiersListener> identifiers,
            ObjectProvider<RelyingPartyListener> listeners) {
        sessions.check();
        var builder = PscSettings.in(environment)
                .relyingParty(System.getenv())
                .sessionStore(sessions)
                .clock(clock);
        identifiers.ifAvailable(builder::identifiersListener);
        listeners.orderedStream().forEach(builder::listener);
        return builder.build();
    }

    /**
     * Fetches what the first login needs, and logs what has to be declared to ANS. In the background: a Pro Santé
     * Connect that is down stops no start.
     */
    @Bean
    ApplicationListener<ApplicationReadyEvent> pscWarmUp(
            ObjectProvider<RelyingParty> relyingParty, ObjectProvider<PublicBaseUri> site) {
        return ready -> relyingParty.ifAvailable(party -> {
            tellWhatToDeclare(party, site.getObject());
            party.warmUp();
        });
    }

    private static void tellWhatToDeclare(RelyingParty party, PublicBaseUri site) {
        LOG.info(
                "Pro Santé Connect {} at {}, client {}; to declare to ANS: redirect URI {}, post-logout redirect URI {}, back-channel logout {}",
                party.environment().kind(),
                party.environment().issuer(),
                party.clientId(),
                site.at(PscAddresses.CALLBACK),
                site.at(PscAddresses.SIGNED_OUT),
                site.at(PscAddresses.BACKCHANNEL_LOGOUT));
    }

    @Bean
    @ConditionalOnMissingBean
    LoginLimit pscLoginLimit(Clock clock) {
        return LoginLimit.usual(clock);
    }

    @Bean
    @ConditionalOnMissingBean
    PscPages pscPages(PublicBaseUri site) {
        return new PlainPages(site);
    }

    @Bean
    WebLogin pscWebLogin(RelyingParty relyingParty, PublicBaseUri site, LoginLimit limit) {
        return new WebLogin(relyingParty, site, COOKIES, limit);
    }

    @Bean
    PscBrowser pscBrowser(WebLogin login) {
        return new PscBrowser(login);
    }
}

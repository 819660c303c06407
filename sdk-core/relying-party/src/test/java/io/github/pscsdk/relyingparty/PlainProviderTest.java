package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** A provider of OpenID Connect that is not Pro Santé Connect, as those of conformance suites. */
@Isolated("reads the log of a class that others use")
class PlainProviderTest {
    private static final URI REDIRECT = URI.create("http://localhost/retour");

    @AutoClose
    private final HandMadePsc provider = new HandMadePsc();

    PlainProviderTest() throws IOException {}

    @BeforeEach
    void answerAsAnybody() {
        provider.take("/.well-known/wallet-openid-configuration");
        provider.answer("/.well-known/openid-configuration", provider.document());
        provider.answer("/userinfo", "{\"sub\":\"user-subject-1\",\"name\":\"Demo\"}");
    }

    private PscEnvironment plain() {
        return PscEnvironment.dangerouslyPlain(
                provider.issuer(), provider.environment().authorizationEndpoint());
    }

    private RelyingParty party(PscEnvironment environment) {
        return provider.time
                .setOn(RelyingParty.builder(environment))
                .client(HandMadePsc.CLIENT, ClientAuthentication.clientSecretPost("a fictitious secret"))
                .redirectUri(REDIRECT)
                .build();
    }

    private PscSession logIn(RelyingParty party) throws Exception {
        var login = await(party.beginBrowserLogin());
        var query = Browser.query(login.authorizationUri());
        assertEquals("openid profile", query.get("scope").replace('+', ' '));
        provider.tokens(claims -> {
            claims.put("nonce", query.get("nonce"));
            claims.put("sub", "user-subject-1");
            claims.keySet().removeAll(Set.of("SubjectNameID", "acr", "typ", "authMode", "session_state"));
        });
        return await(
                party.completeBrowserLogin(URI.create(REDIRECT + "?code=c&state=" + login.state()), login.state()));
    }

    @Test
    void it_is_found_by_the_standard_s_path_and_serves() throws Exception {
        try (var party = party(plain())) {
            var session = logIn(party);

            assertEquals("user-subject-1", session.professional().nationalId().value());
            assertEquals(Set.of("openid", "profile"), session.scopes());
        }
    }

    @Test
    void whom_pro_sante_connect_names_by_nothing_but_a_subject_is_nobody() throws Exception {
        provider.answer("/.well-known/wallet-openid-configuration", provider.document());
        try (var party = party(provider.environment())) {
            var login = await(party.beginBrowserLogin());
            var nonce = Browser.query(login.authorizationUri()).get("nonce");
            provider.tokens(claims -> {
                claims.put("nonce", nonce);
                claims.put("sub", "user-subject-1");
                claims.remove("SubjectNameID");
            });
            var callback = URI.create(REDIRECT + "?code=c&state=" + login.state());

            var failure =
                    assertThrows(PscException.class, () -> await(party.completeBrowserLogin(callback, login.state())));

            assertEquals(LoginProblem.USERINFO_REJECTED, failure.problem());
        }
    }

    @Test
    void it_is_warned_of_at_the_start() {
        var logger = (Logger) LoggerFactory.getLogger(PscEndpoints.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.WARN);
        logger.addAppender(lines);

        party(provider.environment()).close();
        party(plain()).close();

        logger.detachAppender(lines);
        logger.setLevel(null);
        var warnings = lines.list.stream()
                .filter(line ->
                        line.getFormattedMessage().contains(provider.issuer().toString()))
                .map(ILoggingEvent::getLevel)
                .toList();
        assertEquals(List.of(Level.WARN), warnings);
    }

    @Test
    void pro_sante_connect_itself_cannot_be_so() {
        for (var psc : List.of(PscEnvironment.production(), PscEnvironment.sandbox())) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> PscEnvironment.dangerouslyPlain(psc.issuer(), psc.authorizationEndpoint()));
        }
    }
}

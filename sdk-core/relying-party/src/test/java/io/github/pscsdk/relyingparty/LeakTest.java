package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** No line of any log, at any level, and no exception holds a secret or names a person. */
@Isolated("reads the log of the whole JVM")
class LeakTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Set<String> secrets = new HashSet<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getThreadName() + " " + event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };

    @BeforeEach
    void listen() {
        root.getAppender("console").stop();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.setLevel(before);
        root.detachAppender(appender);
        root.getAppender("console").start();
    }

    @Test
    void no_line_and_no_exception_of_any_flow_holds_a_secret_or_a_person() throws Exception {
        try (var lab = Lab.open()) {
            everyPersonaByBackchannel(lab);
            everyPersonaByBrowser(lab);
            sessionAndExchange(lab);
            secrets.addAll(lab.simulator.issuedSecrets());
            lab.simulator.close();
            attempt(() -> lab.ask(Lab.PHARMACIST));
        }

        assertTrue(lines.stream().anyMatch(line -> line.contains("PSC-004")), "the log was listened to");
        var leaks = new ArrayList<String>();
        for (var secret : forbidden()) {
            lines.stream().filter(line -> line.contains(secret)).findFirst().ifPresent(leaks::add);
        }
        assertEquals(List.of(), leaks);
    }

    /** Two-digit binding messages are in every line that has a port; all other secrets are longer. */
    private Set<String> forbidden() {
        var all = new HashSet<String>();
        secrets.stream().filter(secret -> secret.length() > 2).forEach(all::add);
        for (var persona : Personas.all()) {
            all.add(persona.nationalId().value());
            all.add(persona.familyName());
            all.addAll(persona.givenNames());
        }
        assertFalse(all.contains(""));
        return all;
    }

    private interface Flow {
        Object run() throws Exception;
    }

    /** Runs a flow; what it throws is read like a log line. */
    private void attempt(Flow flow) throws Exception {
        try {
            lines.add(String.valueOf(flow.run()));
        } catch (PscException | CancellationException e) {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            lines.add(text.toString());
        }
    }

    private void everyPersonaByBackchannel(Lab lab) throws Exception {
        var logins = new ArrayList<BackchannelLogin>();
        for (var persona : Personas.all()) {
            attempt(() -> {
                var login = lab.ask(persona.nationalId());
                logins.add(login);
                secrets.add(login.id());
                return login;
            });
        }
        // One persona never answers.
        lab.time.pass(Duration.ofMinutes(1));
        var ended = logins.stream()
                .filter(login -> login.outcome().toCompletableFuture().isDone())
                .toList();
        assertEquals(logins.size() - 1, ended.size());
        for (var login : ended) {
            attempt(() -> lab.outcome(login));
        }
        logins.forEach(BackchannelLogin::cancel);
    }

    private void everyPersonaByBrowser(Lab lab) throws Exception {
        for (var persona : Personas.all()) {
            lab.simulator.browserPersona(persona.nationalId());
            var login = await(lab.party.beginBrowserLogin());
            secrets.add(login.state());
            secrets.addAll(List.of(
                    Browser.query(login.authorizationUri()).get("nonce"),
                    Browser.query(login.authorizationUri()).get("code_challenge")));
            lines.add(login.toString());
            if (returnsFromTheLoginPage(persona)) {
                attempt(() ->
                        await(lab.party.completeBrowserLogin(Browser.visit(login.authorizationUri()), login.state())));
            }
            attempt(() -> await(lab.party.completeBrowserLogin(
                    URI.create(Lab.REDIRECT + "?code=forged-code&state=" + login.state()), "forged-state")));
        }
        secrets.addAll(List.of("forged-code", "forged-state", "psc-sdk-diagnosis"));
    }

    private static boolean returnsFromTheLoginPage(Persona persona) {
        return !Set.of("NEVER_ANSWERS", "EXPIRES", "UNKNOWN", "UNAVAILABLE").contains(persona.behaviour());
    }

    private void sessionAndExchange(Lab lab) throws Exception {
        lab.simulator.browserPersona(Lab.PHARMACIST);
        var session = lab.logIn();
        secrets.add(session.id().value());
        secrets.add(session.sessionState());
        lines.add(session.toString() + session.id() + lab.party.session(session.id()) + lab.store);
        var form = ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
        attempt(() -> await(lab.party.exchange(session.id(), form)));
        attempt(() -> await(lab.party.exchange(
                session.id(), ApiAudience.of("no", URI.create(lab.simulator.issuer() + "/none"), Lab.API_CLIENT))));
        attempt(() -> {
            await(lab.party.signOut(session.id()));
            return "signed out";
        });
        attempt(() -> await(lab.party.exchange(session.id(), form)));
    }
}

package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Our own loggers at TRACE, all others at INFO, as in production: no line names anybody or holds a secret. */
class LogLeakTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("io.github.pscsdk");
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** After the start: Spring Boot sets the logging up anew. */
    private void listen() {
        root.setLevel(Level.INFO);
        own.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        own.setLevel(null);
        root.setLevel(before);
    }

    @Test
    void no_line_holds_a_handle_a_token_an_identifier_or_a_name() throws Exception {
        var secrets = new ArrayList<>(List.of("guessed", "entry-of-somebody"));
        try (var site = TestSite.open()) {
            listen();
            for (var persona : List.of("899999100011", "899999100045", "899999100128")) {
                play(site, persona, secrets);
            }
            secrets.addAll(site.simulator().issuedSecrets());
        }
        Personas.all().forEach(persona -> {
            secrets.add(persona.familyName());
            secrets.add(persona.nationalId().value());
        });
        secrets.removeIf(String::isEmpty);

        assertTrue(log.list.size() > 5, "what happens is logged");
        for (var event : List.copyOf(log.list)) {
            var line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            secrets.forEach(secret -> assertFalse(line.contains(secret), line));
        }
    }

    private static void play(TestSite site, String persona, List<String> secrets) throws Exception {
        var visitor = new Visitor();
        site.seat(persona);
        var page = site.logIn(visitor);
        visitor.cookie(TestSite.SESSION).ifPresent(secrets::add);
        visitor.get(site.page("/person"));
        visitor.post(site.page("/entry"), Map.of("csrf", "guessed", "text", "entry-of-somebody"));
        visitor.post(site.page("/psc/logout"), Map.of("csrf", "guessed"));
        visitor.post(site.page("/psc/logout/backchannel"), Map.of("logout_token", "guessed"));
        visitor.follow(visitor.post(site.page("/psc/logout"), page.hidden()));
    }
}

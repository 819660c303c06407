package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
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
    void no_line_holds_a_handle_a_code_a_token_an_identifier_a_name_or_an_entry() throws Exception {
        var secrets = new ArrayList<>(List.of("code-of-somebody", "state-of-somebody", "guessed", "entry-of-somebody"));
        var lab = PracticeLab.shared();
        listen();
        for (var persona : List.of("899999100011", "899999100045", "899999100128", "899999100169")) {
            play(lab, persona, secrets);
        }
        secrets.addAll(lab.simulator().issuedSecrets());
        Personas.all().forEach(persona -> {
            secrets.add(persona.familyName());
            secrets.add(persona.nationalId().value());
        });
        secrets.removeIf(String::isEmpty);

        assertTrue(log.list.size() > 10, "what happens is logged");
        for (var event : List.copyOf(log.list)) {
            var line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            secrets.forEach(secret -> assertFalse(line.contains(secret), line));
        }
    }

    private static void play(PracticeLab lab, String persona, List<String> secrets) throws Exception {
        var visitor = new Visitor();
        lab.seat(persona);
        visitor.get(lab.page("/psc/login"));
        secrets.add(visitor.cookie("psc-logins").orElseThrow());
        var page = lab.logIn(visitor);
        visitor.cookie(PracticeLab.SESSION).ifPresent(secrets::add);
        visitor.post(lab.page("/psc/logout"), Map.of("csrf", "guessed"));
        visitor.post(
                lab.page("/declaration/preview"), page.hiddenAnd(Map.of("offers[0].details", "entry-of-somebody")));
        visitor.post(lab.page("/psc/logout/backchannel"), Map.of("logout_token", "guessed"));
        visitor.get(lab.page("/psc/callback?code=code-of-somebody&state=state-of-somebody"));
        visitor.get(lab.page("/nowhere?code=code-of-somebody"));
        visitor.follow(visitor.post(lab.page("/psc/logout"), page.hidden()));
    }
}

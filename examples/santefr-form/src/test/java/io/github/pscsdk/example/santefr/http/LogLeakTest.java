package io.github.pscsdk.example.santefr.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.santefr.FormServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Our own loggers at TRACE, the libraries' as the shipped configuration caps them: no line names anybody. */
class LogLeakTest {
    private static final List<String> LIBRARIES = List.of("io.javalin", "org.eclipse.jetty", "org.jdbi", "h2database");
    private static final List<String> PERSONAL = List.of(
            "899999100011",
            "99999100011",
            "899999100201",
            "02a9999999",
            "02A9999999",
            "Pharmacie Imaginaire",
            "Rue des Essais",
            "345810421",
            "3 45 81 04 21",
            "rdv.example.fr",
            "Entrée par la cour",
            "key-of-the-caller");

    @TempDir
    Path folder;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger own = context.getLogger("io.github.pscsdk");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, Level> caps = shippedLevels();

    @BeforeEach
    void listen() {
        LIBRARIES.forEach(name -> context.getLogger(name).setLevel(caps.get(name)));
        own.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        own.setLevel(null);
        LIBRARIES.forEach(name -> context.getLogger(name).setLevel(null));
    }

    @Test
    void no_line_holds_a_token_an_identifier_a_name_or_an_address() throws Exception {
        var flawless = SampleDeclaration.flawless();
        var messy = flawless.withText("/offers/0/phone", "03 45 81 04 21").withText("/place/siren", "123456789");
        try (var form = new RunningForm(folder.resolve("form"))) {
            var client = form.client();
            for (var token : RunningForm.tokens()) {
                client.post(token, "key-of-the-caller", messy.bytes());
                client.post(token, "key-of-the-caller", flawless.bytes());
                sendALargeBody(client, token);
                client.post(token, "key-of-the-caller", "{\"x\":\"899999100011".getBytes(StandardCharsets.UTF_8));
                client.post(token, null, flawless.bytes());
                client.get(token, "SF-2026-0000001");
                client.get(token, "899999100011");
            }
        }

        assertTrue(log.list.size() > 5, "the form logs what it does");
        for (var event : List.copyOf(log.list)) {
            var line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            PERSONAL.forEach(value -> assertFalse(line.contains(value), line));
            RunningForm.tokens().forEach(token -> assertFalse(line.contains(token), line));
        }
    }

    /** Where the form cannot tell who calls, it is not read to its end: then alone the answer may be lost. */
    private static void sendALargeBody(FormClient client, String token) throws Exception {
        try {
            client.post(token, "key-of-the-caller", new byte[200 * 1024]);
        } catch (IOException e) {
            assertEquals(RunningForm.BROKEN, token);
        }
    }

    @Test
    void the_shipped_configuration_caps_the_libraries() {
        LIBRARIES.forEach(name -> assertTrue(caps.get(name).isGreaterOrEqual(Level.WARN), name));
        assertEquals(Level.INFO, caps.get("io.github.pscsdk"));
    }

    private static Map<String, Level> shippedLevels() {
        var shipped = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(shipped);
        try {
            configurator.doConfigure(FormServer.class.getResource("logback.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
        var levels = new HashMap<String, Level>();
        shipped.getLoggerList().forEach(logger -> {
            if (logger.getLevel() != null) {
                levels.put(logger.getName(), logger.getLevel());
            }
        });
        shipped.stop();
        return levels;
    }
}

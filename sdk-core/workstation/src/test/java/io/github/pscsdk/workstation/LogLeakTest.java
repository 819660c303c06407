package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Not a secret, not a name, not an identifier in any log line at any level. */
class LogLeakTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    Path folder;

    @BeforeEach
    void log_everything() {
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void log_nothing() {
        root.setLevel(Level.OFF);
        root.detachAppender(lines);
    }

    @Test
    void logins_that_end_well_and_badly_leave_no_trace_of_a_person_or_a_token() throws Exception {
        var digits = new ArrayList<String>();
        PluginJar.named("good.jar")
                .extension("broken.Good", BrokenSources.compiled())
                .writeInto(folder);
        try (var server = new MockServerHalf();
                var client = Fakes.builder(server)
                        .pluginDirectory(folder)
                        .authenticator(Fakes.authenticator("talkative", (request, context) -> {
                            throw new IllegalStateException(MockServerHalf.NATIONAL_ID);
                        }))
                        .build()) {
            var request = LoginRequest.using("talkative", "good").withProgress(step -> {
                step.bindingMessage().ifPresent(message -> digits.add("\"" + message.digits() + "\""));
                throw new IllegalStateException(
                        step.bindingMessage().map(m -> m.digits()).orElse(""));
            });
            var session = client.login(request);
            server.answer("POST /send/form/place", 200, "{}");
            session.send(ApiRequest.of("POST", "form", "place/" + MockServerHalf.NATIONAL_ID)
                    .withBody("text/plain", "FICTIVE".getBytes(StandardCharsets.UTF_8)));
            session.signOut();
            server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
            assertThrows(PscException.class, () -> client.login(request));
            server.answer(
                    "GET /v1/session",
                    200,
                    "{\"professional\":{\"nationalId\":\"" + MockServerHalf.NATIONAL_ID + " \"}}");
            assertThrows(PscException.class, () -> client.login(request));
            server.answer(
                    "POST /v1/logins", 404, "{\"metadata\":{\"nationalId\":\"" + MockServerHalf.NATIONAL_ID + "\"}}");
            assertThrows(PscException.class, () -> client.login(request));
            client.diagnose();
        }
        logInByThePlainContract(digits);

        var log = String.join(
                "\n", List.copyOf(lines.list).stream().map(LogLeakTest::text).toList());
        assertTrue(log.contains("login 1"), "the recording works");
        assertTrue(log.contains("TRACE"), "at every level");
        var secrets = new ArrayList<>(List.of(
                MockServerHalf.APPLICATION_TOKEN,
                MockServerHalf.SESSION,
                PlainServerHalf.FIRST_SESSION,
                MockServerHalf.NATIONAL_ID,
                "899999100029",
                "FICTIVE",
                "Zoé"));
        secrets.addAll(digits);
        for (var secret : secrets) {
            assertFalse(log.contains(secret), () -> "in the log: " + secret);
        }
    }

    private static void logInByThePlainContract(List<String> digits) throws Exception {
        try (var at = new PlainWorkstation()) {
            var session = at.client.login(PlainWorkstation.BY_PHONE.withProgress(
                    step -> step.bindingMessage().ifPresent(message -> digits.add("\"" + message.digits() + "\""))));
            session.send(ApiRequest.of("GET", "form", "place/" + MockServerHalf.NATIONAL_ID));
            at.server.refuses(PlainServerHalf.Reply.of(
                    404,
                    "{\"code\":\"404\",\"message\":\"FICTIVE\",\"metadata\":{\"nationalId\":\""
                            + MockServerHalf.NATIONAL_ID + "\"}}"));
            assertThrows(PscException.class, () -> at.client.login(PlainWorkstation.BY_PHONE));
            session.signOut();
        }
    }

    private static String text(ILoggingEvent line) {
        var thrown = line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
        return line.getLevel() + " " + line.getLoggerName() + " " + line.getFormattedMessage() + " " + thrown;
    }
}

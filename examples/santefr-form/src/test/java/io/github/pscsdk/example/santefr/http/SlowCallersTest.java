package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A caller that stops, drips or leaves is nobody else's trouble. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowCallersTest {
    private static final String HAND_OVER = "POST /declarations";
    private static final String BATCH = "POST /declarations/batch";
    private static final String SILENT = "Content-Length: 500\r\n";
    private static final int MIB = 1 << 20;

    private RunningForm form;

    @BeforeAll
    void start(@TempDir Path folder) {
        form = new RunningForm(folder.resolve("form"));
    }

    @AfterAll
    void stop() {
        form.close();
    }

    private SocketCaller caller() throws IOException {
        return new SocketCaller(form.server().address());
    }

    private static String head(String requestLine, String token, String more) {
        return SocketCaller.head(requestLine, token, "Idempotency-Key: key-1\r\n" + more);
    }

    @ParameterizedTest
    @CsvSource({
        "POST /declarations, unknown",
        "POST /declarations, " + PHARMACIST,
        "POST /declarations/batch, " + PHARMACIST
    })
    void sixty_four_half_sent_requests_delay_nobody(String requestLine, String token) throws Exception {
        try (var strangers = HalfSentRequests.open(form.server().address(), 64, requestLine, token, "")) {
            assertEquals("HTTP/1.1 404 Not Found", strangers.answerTo("GET /declarations/none", PHARMACIST));
            assertEquals("HTTP/1.1 200 OK", strangers.answerTo("GET /declarations", PHARMACIST));
            assertEquals(
                    201,
                    form.client()
                            .post(PHARMACIST, requestLine + token, RunningForm.FLAWLESS)
                            .status());
        }
    }

    @Test
    void an_unknown_token_is_answered_although_the_body_never_comes() throws Exception {
        try (var caller = caller()) {
            caller.socket().setSoTimeout((int) Await.LIMIT.toMillis());

            assertTrue(
                    caller.send(head(HAND_OVER, "unknown", SILENT)).readHead().startsWith("HTTP/1.1 401"));
        }
    }

    @Test
    void who_writes_all_before_reading_gets_the_refusal() throws Exception {
        try (var known = caller()) {
            known.send(head(HAND_OVER, PHARMACIST, "Content-Length: " + 4 * MIB + "\r\n"))
                    .send(new byte[4 * MIB]);

            assertTrue(known.readHead().startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void a_request_that_stops_or_drips_ends_its_connection() throws Exception {
        try (var stops = caller();
                var drips = caller();
                var slow = caller();
                var silent = caller()) {
            slow.send("GET /declarations/none HTTP/1.1\r\nX-Long: ").drip("x");
            stops.send(head(HAND_OVER, PHARMACIST, SILENT) + "{");
            drips.send(head(HAND_OVER, PHARMACIST, SILENT)).drip("{");

            assertEnds(stops);
            assertEnds(drips);
            assertEnds(slow);
            assertEnds(silent);
        }
    }

    /** After a refusal, or without one. */
    private static void assertEnds(SocketCaller caller) throws IOException {
        caller.socket().setSoTimeout((int) Await.LIMIT.toMillis());
        var head = caller.readHead();
        assertTrue(head.isEmpty() || head.startsWith("HTTP/1.1 400"), head);
    }

    @Test
    void large_requests_beyond_the_bound_wait_for_an_end_and_others_do_not() throws Exception {
        List<SocketCaller> callers = new ArrayList<>();
        try {
            for (var i = 0; i < 8; i++) {
                var large = "Content-Length: " + 8 * MIB + "\r\nExpect: 100-continue\r\n";
                callers.add(caller().send(head(BATCH, PHARMACIST, large)));
                assertTrue(callers.get(i).readHead().startsWith("HTTP/1.1 100"), "it is read");
            }
            try (var late = caller();
                    var other = caller()) {
                late.send(head(BATCH, PHARMACIST, "Content-Length: 2\r\n") + "[]");
                other.send(head("GET /declarations/none", PHARMACIST, ""));
                assertTrue(other.readHead().startsWith("HTTP/1.1 404"));
                late.socket().setSoTimeout(1_000);
                assertThrows(SocketTimeoutException.class, late::readHead);

                for (var caller : callers) {
                    caller.close();
                }
                late.socket().setSoTimeout((int) Await.LIMIT.toMillis());
                assertTrue(late.readHead().startsWith("HTTP/1.1 200"));
            }
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void beyond_two_hundred_connections_the_next_one_waits_for_an_end() throws Exception {
        List<SocketCaller> callers = new ArrayList<>();
        try {
            for (var i = 0; i < 201; i++) {
                callers.add(caller());
            }
            var late = callers.get(200);
            late.send(head("GET /declarations/none", PHARMACIST, ""));
            late.socket().setSoTimeout(1_000);
            assertThrows(SocketTimeoutException.class, late::readHead);

            callers.get(0).close();
            callers.get(1).close();
            late.socket().setSoTimeout(30_000);
            assertTrue(late.readHead().startsWith("HTTP/1.1 404"));
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void who_leaves_costs_no_line_of_a_defect() throws Exception {
        var own = (Logger) LoggerFactory.getLogger("io.github.pscsdk.example.santefr");
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        own.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
        try {
            try (var middle = caller();
                    var reset = caller();
                    var refused = caller()) {
                middle.send(head(HAND_OVER, PHARMACIST, SILENT) + "{");
                reset.send(head(HAND_OVER, PHARMACIST, SILENT) + "{");
                reset.socket().setSoLinger(true, 0);
                refused.send(head(HAND_OVER, "unknown", SILENT) + "{");
                refused.socket().setSoLinger(true, 0);
            }
            assertEquals(404, form.client().get(PHARMACIST, "none").status());
            assertEquals(0, lines(log, event -> event.getThrowableProxy() != null));
            assertEquals(0, lines(log, event -> event.getLevel().isGreaterOrEqual(Level.WARN)));
        } finally {
            root.detachAppender(log);
            own.setLevel(null);
        }
    }

    private static long lines(ListAppender<ILoggingEvent> log, Predicate<ILoggingEvent> kind) {
        return List.copyOf(log.list).stream().filter(kind).count();
    }
}

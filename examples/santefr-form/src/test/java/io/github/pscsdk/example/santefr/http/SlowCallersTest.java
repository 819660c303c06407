package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.example.santefr.web.RequestBody;
import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            assertEquals("HTTP/1.1 200 OK", strangers.answerTo("GET /", PHARMACIST));
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
        try (var unknown = caller();
                var known = caller()) {
            var length = "Content-Length: " + 4 * MIB + "\r\n";
            unknown.send(head(HAND_OVER, "unknown", length)).send(new byte[4 * MIB]);
            known.send(head(HAND_OVER, PHARMACIST, length)).send(new byte[4 * MIB]);

            assertTrue(unknown.readHead().startsWith("HTTP/1.1 401"));
            assertTrue(known.readHead().startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void who_waits_to_be_told_to_go_on_is_told_so_with_a_known_token_alone() throws Exception {
        var expecting = "Content-Length: 2\r\nExpect: 100-continue\r\n";
        try (var known = caller();
                var unknown = caller()) {
            known.send(head(HAND_OVER, PHARMACIST, expecting));
            unknown.send(head(HAND_OVER, "unknown", expecting));

            assertTrue(unknown.readHead().startsWith("HTTP/1.1 401"));
            assertTrue(known.readHead().startsWith("HTTP/1.1 100"));
            assertTrue(known.send("[]").readHead().startsWith("HTTP/1.1 400"));
        }
    }

    @Test
    void a_body_that_stops_or_drips_is_a_408_a_large_one_later_and_a_head_that_does_ends_the_connection()
            throws Exception {
        var begun = System.nanoTime();
        try (var stops = caller();
                var drips = caller();
                var large = caller();
                var silent = caller();
                var slow = caller()) {
            stops.send(head(HAND_OVER, PHARMACIST, SILENT) + "{");
            drips.send(head(HAND_OVER, PHARMACIST, SILENT)).drip("{");
            large.send(head(BATCH, PHARMACIST, "Content-Length: " + MIB / 16 + "\r\n"))
                    .drip("x");
            slow.send("GET /declarations/none HTTP/1.1\r\nX-Long: ").drip("x");

            assertTrue(stops.readHead().startsWith("HTTP/1.1 408"));
            assertTrue(drips.readHead().startsWith("HTTP/1.1 408"));
            assertEquals("", silent.readHead());
            assertEquals("", slow.readHead());
            assertTrue(large.readHead().startsWith("HTTP/1.1 408"));
            // At 32 KiB a second, two seconds more than any caller has.
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.compareTo(RequestBody.PATIENCE.plusSeconds(2)) >= 0, took::toString);
        }
    }

    @Test
    void the_bodies_that_one_address_sends_at_once_have_a_bound_together() throws Exception {
        List<SocketCaller> callers = new ArrayList<>();
        try {
            for (var i = 0; i < 5; i++) {
                callers.add(caller().send(
                                head(BATCH, PHARMACIST, from("192.0.2.1") + "Content-Length: " + 8 * MIB + "\r\n"))
                        .send(new byte[7 * MIB]));
            }

            Await.until(
                    "one of the callers is answered", () -> answered(callers).isPresent());
            assertTrue(answered(callers).orElseThrow().readHead().startsWith("HTTP/1.1 429"));
            for (var address : List.of("192.0.2.1", "192.0.2.2")) {
                try (var next = caller()) {
                    next.send(head(HAND_OVER, PHARMACIST, from(address) + "Content-Length: 2\r\n") + "[]");
                    assertTrue(next.readHead().startsWith("HTTP/1.1 400"));
                }
            }
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    private static Optional<SocketCaller> answered(List<SocketCaller> callers) throws IOException {
        for (var caller : callers) {
            if (caller.socket().getInputStream().available() > 0) {
                return Optional.of(caller);
            }
        }
        return Optional.empty();
    }

    private static String from(String address) {
        return "X-Forwarded-For: " + address + "\r\n";
    }

    @Test
    void beyond_a_thousand_connections_the_next_one_waits_for_an_end() throws Exception {
        List<SocketCaller> callers = new ArrayList<>();
        try {
            for (var i = 0; i < 1_001; i++) {
                callers.add(caller());
            }
            var late = callers.get(1_000);
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
    void who_leaves_costs_a_line_at_debug_and_no_stack_trace() throws Exception {
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
            Await.until(
                    "each that left has a line",
                    () -> lines(log, event -> event.getMessage().startsWith("a caller left")) == 2);

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

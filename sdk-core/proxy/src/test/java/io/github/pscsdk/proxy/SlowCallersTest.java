package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;

/** A caller that stops, drips or leaves is nobody else's trouble. Side by side, since the limits of sockets are real. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class SlowCallersTest {
    private static final String CONNECT = "POST /connect";

    @AutoClose
    private static Bench bench;

    /** All of them from the beginning, so that one time of ten seconds passes for them together. */
    @AutoClose
    private static SocketCaller stopping;

    @AutoClose
    private static SocketCaller dripping;

    @AutoClose
    private static SocketCaller drippingHeaders;

    @AutoClose
    private static SocketCaller silent;

    @BeforeAll
    static void begin() throws Exception {
        bench = Bench.start();
        stopping = caller().send(head(Bench.TOKEN, 500)).send("{");
        dripping = caller().send(head(Bench.TOKEN, 500)).drip("{");
        drippingHeaders = caller().send("GET /v1/status HTTP/1.1\r\nX-Long: ").drip("x");
        silent = caller();
    }

    private static SocketCaller caller() throws IOException {
        return new SocketCaller(bench.proxy.address());
    }

    private static String head(String token, int length) {
        return SocketCaller.head(CONNECT, token, "Content-Length: " + length + "\r\n");
    }

    @Test
    void a_wrong_application_token_is_answered_although_the_body_never_comes() throws Exception {
        try (var caller = caller()) {
            caller.send(head("wrong", 500));

            assertTrue(caller.readHead().startsWith("HTTP/1.1 401"));
        }
    }

    @Test
    void who_writes_all_before_reading_gets_the_refusal() throws Exception {
        try (var caller = caller()) {
            caller.send(head("wrong", 4 * 1024 * 1024)).send(new byte[4 * 1024 * 1024]);

            assertTrue(caller.readHead().startsWith("HTTP/1.1 401"));
        }
    }

    @Test
    void who_waits_to_be_told_to_go_on_is_told_so_with_the_right_token_alone() throws Exception {
        var expecting = "Content-Length: 2\r\nExpect: 100-continue\r\n";
        try (var right = caller();
                var wrong = caller()) {
            right.send(SocketCaller.head(CONNECT, Bench.TOKEN, expecting));
            wrong.send(SocketCaller.head(CONNECT, "wrong", expecting));

            assertTrue(wrong.readHead().startsWith("HTTP/1.1 401"));
            assertTrue(right.readHead().startsWith("HTTP/1.1 100"));
            assertTrue(right.send("[]").readHead().startsWith("HTTP/1.1 400"));
        }
    }

    @Test
    void a_refusal_beside_a_body_that_is_there_already_costs_nobody_the_connection() throws Exception {
        try (var caller = caller()) {
            caller.send(head("wrong", 2) + "{}");
            var refusal = caller.readHead();

            assertTrue(refusal.startsWith("HTTP/1.1 401"), refusal);
            assertFalse(refusal.contains("Connection: close"), refusal);
        }
    }

    @Test
    void a_body_that_is_announced_as_too_large_is_refused_before_it_comes() throws Exception {
        try (var caller = caller()) {
            caller.send(head(Bench.TOKEN, 64 * 1024 + 1));

            assertTrue(caller.readHead().startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_refused_once_it_is_too_large() throws Exception {
        try (var caller = caller()) {
            caller.send(SocketCaller.head(CONNECT, Bench.TOKEN, "Transfer-Encoding: chunked\r\n"))
                    .send("10001\r\n" + " ".repeat(0x10001) + "\r\n0\r\n\r\n");

            assertTrue(caller.readHead().startsWith("HTTP/1.1 413"));
        }
    }

    /** Tried again where the machine is so slow that the proxy has given up the bodies meanwhile. */
    @Test
    void forty_half_sent_bodies_delay_nobody() {
        Await.passes("others are served while the bodies are awaited", () -> {
            List<SocketCaller> callers = new ArrayList<>();
            try {
                for (var i = 0; i < 40; i++) {
                    callers.add(caller().send(head(Bench.TOKEN, 500)).send("{"));
                }
                Await.until("all have begun", () -> bench.proxy.callsUnderWay() >= 40);

                assertEquals(200, bench.calls().get("/v1/status").status());
                assertEquals(
                        401,
                        bench.anybody().withToken("wrong").get("/v1/status").status());
                assertEquals(
                        200,
                        bench.calls()
                                .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT))
                                .status());

                assertTrue(bench.proxy.callsUnderWay() >= 40, "the bodies are awaited");
            } finally {
                for (var caller : callers) {
                    caller.close();
                }
            }
        });
    }

    @Test
    void a_body_that_stops_is_a_408_and_the_end_of_the_connection() throws Exception {
        var head = stopping.readHead();

        assertTrue(head.startsWith("HTTP/1.1 408"), head);
        assertTrue(head.contains("Connection: close"), head);
    }

    @Test
    void a_body_that_drips_is_a_408() throws Exception {
        assertTrue(dripping.readHead().startsWith("HTTP/1.1 408"));
    }

    @Test
    void headers_that_drip_end_the_connection() throws Exception {
        assertEquals("", drippingHeaders.readHead());
    }

    @Test
    void a_connection_without_a_request_ends() throws Exception {
        assertEquals("", silent.readHead());
    }

    @Test
    void who_leaves_in_the_middle_of_a_body_costs_a_line_at_debug_and_no_stack_trace() throws Exception {
        var failures = (Logger) LoggerFactory.getLogger("io.github.pscsdk.proxy.internal.http.Failures");
        failures.setLevel(Level.DEBUG);
        try (var log = new LogRecorder()) {
            try (var caller = caller()) {
                caller.send(head(Bench.TOKEN, 500)).send("{");
            }

            Await.until("it is logged", () -> log.lines().stream().anyMatch(line -> line.contains("the caller left")));
            var told = log.lines().stream()
                    .filter(line -> line.contains("the caller left"))
                    .toList();
            assertTrue(told.stream().allMatch(line -> line.startsWith("DEBUG")), told::toString);
            // Other tests log meanwhile, on threads of other proxies.
            var threads = told.stream().map(SlowCallersTest::thread).toList();
            assertFalse(
                    log.lines().stream().anyMatch(line -> line.contains("\tat ") && threads.contains(thread(line))));
        } finally {
            failures.setLevel(null);
        }
    }

    private static String thread(String line) {
        return line.substring(line.indexOf('['), line.indexOf(']'));
    }

    @Test
    void one_address_has_so_many_connections_at_once() throws Exception {
        try (var small = Bench.start(builder -> builder.traffic(1, 3, 100))) {
            List<SocketCaller> callers = new ArrayList<>();
            for (var i = 0; i < 3; i++) {
                callers.add(status(small));
                assertTrue(callers.get(i).readHead().startsWith("HTTP/1.1 200"));
            }

            try (var fourth = status(small)) {
                assertEquals("", fourth.readHead());
            } catch (IOException e) {
                // Reset, as it may be.
            }
            callers.get(0).close();

            Await.until("there is room for the next one", () -> {
                try (var next = status(small)) {
                    return next.readHead().startsWith("HTTP/1.1 200");
                } catch (IOException e) {
                    return false;
                }
            });
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void a_trusted_reverse_proxy_has_any_number_of_connections() throws Exception {
        try (var small = Bench.start(builder -> builder.traffic(1, 1, 100).trustedReverseProxies("127.0.0.1"));
                var first = status(small);
                var second = status(small)) {
            assertTrue(first.readHead().startsWith("HTTP/1.1 200"));
            assertTrue(second.readHead().startsWith("HTTP/1.1 200"));
        }
    }

    private static SocketCaller status(Bench bench) throws IOException {
        return new SocketCaller(bench.proxy.address()).send(SocketCaller.head("GET /v1/status", Bench.TOKEN, ""));
    }
}

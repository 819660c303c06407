package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code /send} holds no body: it passes through as it comes, and no faster than the other side takes it. */
@Isolated("measures the heap")
class SendStreamsTest {
    private static final int BODY = 8 * 1024 * 1024;
    // More than the kernel's buffers on the way hold.
    private static final int LONG = 64 * 1024 * 1024;
    private static final byte[] BLOCK = new byte[64 * 1024];

    private static RawPeer hanging;
    private static RawPeer echo;
    private static RawPeer closing;
    private static RawPeer busy;
    private static RawPeer endless;
    private static RawPeer hasty;
    private static final AtomicLong offered = new AtomicLong();
    private static Bench bench;
    private static ProxyCalls session;

    @BeforeAll
    static void start() throws Exception {
        hanging = RawPeer.hanging();
        busy = RawPeer.hanging();
        echo = new RawPeer(SendStreamsTest::echo);
        closing = new RawPeer(connection -> {
            connection.readHead();
            connection.in().readNBytes(2);
            connection.write(RawPeer.OK);
        });
        endless = new RawPeer(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + LONG + "\r\n\r\n");
            for (var left = LONG; left > 0; left -= BLOCK.length) {
                connection.out().write(BLOCK);
                offered.addAndGet(BLOCK.length);
            }
        });
        hasty = new RawPeer(connection -> {
            connection.readHead();
            connection.write(RawPeer.OK);
            Thread.currentThread().join();
        });
        bench = Bench.start(builder -> builder.traffic(LONG, 2000, 100)
                .backend("hanging", hanging.uri())
                .backend("hasty", hasty.uri())
                .backend("busy", busy.uri())
                .backend("echo", echo.uri())
                .backend("closing", closing.uri())
                .backend("endless", endless.uri()));
        session = bench.loggedIn();
    }

    @AfterAll
    static void stop() throws Exception {
        bench.close();
        for (var backend : List.of(hanging, busy, echo, closing, endless, hasty)) {
            backend.close();
        }
    }

    /** Sends back block by block, before the request is at its end. */
    private static void echo(RawPeer.Connection connection) throws IOException {
        connection.readHead();
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + 2 * BLOCK.length + "\r\n\r\n");
        for (var i = 0; i < 2; i++) {
            connection.out().write(connection.in().readNBytes(BLOCK.length));
        }
        connection.in().read();
    }

    private static String head(String requestLine, long length) {
        return SocketCaller.head(
                requestLine,
                Bench.TOKEN,
                "Cookie: proxy_session_id=" + session.cookie() + "\r\n"
                        + (length == 0 ? "" : "Content-Length: " + length + "\r\n"));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void eighty_large_bodies_to_a_hanging_backend_raise_no_heap_and_delay_nobody() throws Exception {
        session.get("/send/open/a");
        var before = heap();
        List<SocketCaller> callers = new ArrayList<>();
        try {
            for (var i = 0; i < 80; i++) {
                var caller = new SocketCaller(bench.proxy.address());
                callers.add(caller);
                RawPeer.daemon(() -> upload(caller, "POST /send/hanging/a"));
            }
            Await.until("so many connections are open", () -> hanging.connections() == 64);

            for (var i = 0; i < 20; i++) {
                assertEquals(200, session.call("POST", "/send/open/a", "{}").status());
            }
            assertTrue(bench.proxy.callsUnderWay() >= 80, "none of the bodies has been given up");
            var raised = heap() - before;
            assertTrue(raised < 48 * 1024 * 1024, "80 bodies of 8 MiB raised the heap by " + raised);
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
        assertEquals(200, session.call("POST", "/send/open/a", "{}").status());
    }

    private static void upload(SocketCaller caller, String requestLine) {
        try {
            caller.send(head(requestLine, BODY));
            for (var left = BODY; left > 0; left -= BLOCK.length) {
                caller.send(BLOCK);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void a_backend_answers_before_the_request_is_at_its_end() throws Exception {
        try (var caller = new SocketCaller(bench.proxy.address())) {
            caller.send(head("POST /send/echo/a", 2L * BLOCK.length)).send(BLOCK);

            assertTrue(caller.readHead().startsWith("HTTP/1.1 200"));
            assertEquals(BLOCK.length, caller.read(BLOCK.length).length);

            caller.send(BLOCK);
            assertEquals(BLOCK.length, caller.read(BLOCK.length).length);
        }
    }

    @Test
    void a_caller_that_writes_all_before_reading_gets_the_answer_of_a_backend_that_has_read_nothing() throws Exception {
        try (var caller = new SocketCaller(bench.proxy.address())) {
            upload(caller, "POST /send/hasty/a");

            var head = caller.readHead();
            assertTrue(head.startsWith("HTTP/1.1 200"), head);
            assertTrue(head.contains("Connection: close"), head);
        }
    }

    @Test
    void a_caller_that_reads_slowly_slows_the_backend() throws Exception {
        offered.set(0);
        try (var caller = new SocketCaller(bench.proxy.address())) {
            caller.socket().setReceiveBufferSize(BLOCK.length);
            caller.send(head("GET /send/endless/a", 0));
            assertTrue(caller.readHead().startsWith("HTTP/1.1 200"));

            // By the end of a whole response to somebody who reads, this one would be at its end too.
            try (var reading = new SocketCaller(bench.proxy.address())) {
                reading.send(head("GET /send/endless/a", 0));
                assertTrue(reading.readHead().startsWith("HTTP/1.1 200"));
                assertEquals(LONG, reading.read(LONG).length);
            }
            assertTrue(offered.get() < 2L * LONG, "the backend could write all of it");
            assertEquals(LONG, caller.read(LONG).length);
        }
    }

    @Test
    void beyond_its_bounds_a_backend_is_a_503_with_a_time_to_come_again() throws Exception {
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (var i = 0; i < 64; i++) {
            waiting.add(session.callLater("GET", "/send/busy/a", ""));
        }
        Await.until("so many connections are open", () -> busy.connections() == 64);
        for (var i = 0; i < 128 + 10; i++) {
            waiting.add(session.callLater("GET", "/send/busy/a", ""));
        }
        Await.until(
                "ten are refused",
                () -> waiting.stream().filter(CompletableFuture::isDone).count() == 10);

        waiting.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .forEach(refused -> {
                    assertEquals(503, refused.status());
                    assertEquals("PSC-025", refused.header("Psc-Proxy-Error"));
                    assertEquals("5", refused.header("Retry-After"));
                });
        assertEquals(200, session.get("/send/open/a").status());
        assertEquals(64, busy.connections());
    }

    @Test
    void a_post_goes_over_a_connection_that_nobody_has_used() throws Exception {
        for (var i = 0; i < 50; i++) {
            assertEquals(200, session.call("POST", "/send/closing/a", "{}").status());
        }
        assertEquals(50, closing.heads().size(), "each came once");
        assertTrue(closing.connections() >= 50);
    }
}

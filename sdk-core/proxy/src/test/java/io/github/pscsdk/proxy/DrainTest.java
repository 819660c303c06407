package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.admission.InFlightCounter;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The proxy is told to stop while it is busy. */
class DrainTest {
    private static final String SILENT = "899999100060";
    private static final int PENDING = 50;

    // Longer than any test takes, and so short that none waits for it.
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final CompletableFuture<Void> release = new CompletableFuture<>();
    private Bench bench;

    private void start(Duration stopWithin) {
        bench = Bench.start(builder -> builder.stopWithin(stopWithin));
    }

    @AfterEach
    void stop() {
        release.complete(null);
        bench.close();
    }

    private CompletableFuture<Void> drained() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        bench.proxy.drain();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                ThreadPerTaskExecutor.INSTANCE);
    }

    private static boolean isCallWaitedFor() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING)
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(InFlightCounter.class.getName())
                        && frame.getMethodName().equals("awaitNone"));
    }

    /** A call that the backend answers on {@link #release}. */
    private CompletableFuture<Answer> slowSend() throws Exception {
        var session = bench.loggedIn();
        bench.backend.answerBy(request -> {
            release.join();
            return EchoBackend.Programme.text(200, "late");
        });
        var sent = session.callLater("GET", "/send/open/a", "");
        Await.until("the backend has the call", () -> !bench.backend.received().isEmpty());
        return sent;
    }

    private CompletableFuture<Answer> pendingConnect() throws Exception {
        var body = ConnectBody.of(SILENT, Bench.CLIENT).json();
        var connect = bench.calls().callLater("POST", "/connect", body);
        Await.until("the professional is asked", () -> bench.simulator.pending().size() == 1);
        return connect;
    }

    @Test
    void who_follows_a_login_is_answered_first_no_login_begins_and_what_is_under_way_ends() throws Exception {
        start(LONG);
        var sent = slowSend();
        List<Answer> begun = new ArrayList<>();
        for (var login = 0; login < PENDING; login++) {
            begun.add(bench.calls().beginInBrowser());
        }
        var polls = begun.stream()
                .map(login -> bench.calls().callLater("GET", "/v1/logins/" + login.json("/id") + "?wait=25", ""))
                .toList();
        var connect = pendingConnect();

        var drained = drained();

        // Long before their time, in the way that makes a workstation ask again.
        for (var poll : polls) {
            var told = Await.outcome("whoever follows is answered", poll);
            assertEquals(503, told.status());
            assertEquals("PSC-060", told.json("/problem"));
            assertEquals("1", told.header("Retry-After"));
            assertEquals("close", told.header("Connection"));
        }
        assertNoLoginBegins();
        assertFalse(drained.isDone() || sent.isDone() || connect.isDone());

        release.complete(null);
        bench.approve();
        for (var login : begun) {
            bench.calls().cancel(login);
        }

        assertEquals("late", Await.outcome("the backend has answered", sent).text());
        assertEquals("close", sent.join().header("Connection"));
        assertEquals(200, Await.outcome("the login has ended", connect).status());
        Await.outcome("nothing is under way", drained);
    }

    private void assertNoLoginBegins() throws Exception {
        var asked = bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION);
        for (var refused : List.of(bench.calls().beginInBrowser(), bench.calls().beginOnDevice(Bench.PHARMACIST))) {
            assertEquals(503, refused.status());
            assertEquals("PSC-052", refused.json("/problem"));
            assertEquals("5", refused.header("Retry-After"));
            assertEquals("close", refused.header("Connection"));
        }
        assertEquals(asked, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        var ready = bench.anybody().get("/ready");
        assertEquals(503, ready.status());
        assertEquals("PSC-052", ready.json("/findings/0/problem"));
        assertEquals(200, bench.anybody().get("/health").status());
    }

    @Test
    void at_the_end_of_the_time_who_still_waits_for_a_professional_is_told_and_a_call_is_waited_for_no_longer()
            throws Exception {
        start(SHORT);
        var sent = slowSend();
        var connect = pendingConnect();

        var drained = drained();

        var last = Await.outcome("the login has ended", connect);
        assertEquals(503, last.status());
        assertEquals("PSC-052", last.header("Psc-Proxy-Error"));
        assertEquals("5", last.header("Retry-After"));
        Await.outcome("nothing is under way", drained);
        assertFalse(sent.isDone());
    }

    @Test
    void a_call_under_way_is_waited_for_and_nothing_beyond_it() throws Exception {
        start(LONG);
        var sent = slowSend();

        var drained = drained();

        Await.until("the stop waits for the call", DrainTest::isCallWaitedFor);
        assertFalse(drained.isDone());
        release.complete(null);
        assertEquals(200, Await.outcome("the backend has answered", sent).status());
        Await.outcome("nothing is under way", drained);
    }

    @Test
    void who_waits_for_the_end_of_a_session_is_answered_and_told_to_ask_again_later() throws Exception {
        start(LONG);
        var sent = slowSend();
        var session = bench.loggedIn();
        var waiting = session.callLater("GET", "/v1/session/end?wait=30", "");

        var drained = drained();

        // The stop may have overtaken the call: both make a workstation ask again.
        var told = Await.outcome("whoever waits is answered", waiting);
        assertTrue(told.status() == 200 || told.json("/problem").equals("PSC-060"), told::text);
        var later = session.get("/v1/session/end?wait=30");
        assertEquals(503, later.status());
        assertEquals("PSC-060", later.json("/problem"));
        assertEquals(200, session.get("/v1/session").status(), "all else goes on until the end");
        release.complete(null);
        assertEquals(200, Await.outcome("the backend has answered", sent).status());
        Await.outcome("nothing is under way", drained);
    }

    @Test
    void who_was_let_in_before_the_address_is_closed_is_still_answered() throws Exception {
        start(LONG);
        var address = bench.proxy.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) Await.LIMIT.toMillis());
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            send(socket, "HEAD /health HTTP/1.1\r\nHost: proxy\r\n\r\n");
            while (!answers.readLine().isEmpty()) {
                // Now it is let in.
            }
            send(socket, "GET /health HTTP/1.1\r\nHost: proxy\r\n");

            var stopped = drained().thenRun(bench.proxy::close);
            Await.until("nobody is let in", () -> {
                if (letsIn(address)) {
                    send(socket, "Accept: */*\r\n");
                    return false;
                }
                return true;
            });
            send(socket, "\r\n");

            assertEquals("HTTP/1.1 200 OK", answers.readLine());
            Await.outcome("the proxy has stopped", stopped);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static boolean letsIn(URI address) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (SocketException e) {
            // Refused; or reset, where it came just before.
            return false;
        }
    }
}

package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The proxy is told to stop while it is busy. */
class DrainTest {
    private static final String SILENT = "899999100060";
    private static final int PENDING = 50;
    private static final Duration WITHIN = Duration.ofSeconds(4);

    private final CompletableFuture<Void> release = new CompletableFuture<>();

    private final Bench bench =
            Bench.start(builder -> builder.operation(new OperationSettings(false, WITHIN, Duration.ofDays(1))));

    @AutoClose
    private final AutoCloseable end = () -> {
        release.complete(null);
        bench.close();
    };

    private CompletableFuture<Void> drained() {
        return CompletableFuture.runAsync(() -> {
            try {
                bench.proxy.drain();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** A call that the backend answers on {@link #release}. */
    private CompletableFuture<Answer> slowSend() throws Exception {
        var session = bench.loggedIn();
        bench.backend.answerBy(request -> {
            release.join();
            return EchoBackend.Programme.text(200, "late");
        });
        var sent = session.callLater("GET", "/send/open/a", "");
        Await.until(() -> !bench.backend.received().isEmpty());
        return sent;
    }

    @Test
    void who_follows_a_login_is_answered_first_then_what_is_under_way_ends_and_at_the_end_who_still_waits_is_told()
            throws Exception {
        var sent = slowSend();
        List<Answer> begun = new ArrayList<>();
        for (var login = 0; login < PENDING; login++) {
            begun.add(bench.calls().beginInBrowser());
        }
        var polls = begun.stream()
                .map(login -> bench.calls().callLater("GET", "/v1/logins/" + login.json("/id") + "?wait=25", ""))
                .toList();
        var connect = bench.calls()
                .callLater(
                        "POST", "/connect", ConnectBody.of(SILENT, Bench.CLIENT).json());
        Await.until(() -> bench.simulator.pending().size() == 1);

        var drained = drained();

        // At once, in the way that makes a workstation ask again.
        for (var poll : polls) {
            var told = poll.get(2, TimeUnit.SECONDS);
            assertEquals(503, told.status());
            assertEquals("PSC-060", told.json("/problem"));
            assertEquals("1", told.header("Retry-After"));
        }
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
        assertFalse(drained.isDone() || sent.isDone() || connect.isDone());

        release.complete(null);

        var answered = sent.get(2, TimeUnit.SECONDS);
        assertEquals(200, answered.status());
        assertEquals("late", answered.text());
        assertFalse(connect.isDone(), "the professional may still answer");
        var last = connect.get(WITHIN.toSeconds() + 5, TimeUnit.SECONDS);
        assertEquals(503, last.status());
        assertEquals("PSC-052", last.header("Psc-Proxy-Error"));
        assertEquals("5", last.header("Retry-After"));
        drained.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_login_that_is_answered_meanwhile_is_done_and_nothing_is_waited_for_any_more() throws Exception {
        var connect = bench.calls()
                .callLater(
                        "POST", "/connect", ConnectBody.of(SILENT, Bench.CLIENT).json());
        Await.until(() -> bench.simulator.pending().size() == 1);
        var drained = drained();
        Await.until(() -> bench.anybody().get("/ready").status() == 503);

        bench.approve();

        assertEquals(200, connect.get(10, TimeUnit.SECONDS).status());
        drained.get(2, TimeUnit.SECONDS);
    }

    @Test
    void who_waits_for_the_end_of_a_session_is_answered_and_told_to_ask_again_later() throws Exception {
        var session = bench.loggedIn();
        var waiting = session.callLater("GET", "/v1/session/end?wait=30", "");
        Await.until(() -> bench.proxy.callsUnderWay() == 1);

        var drained = drained();

        // The stop may have overtaken the call: both make a workstation ask again.
        var told = waiting.get(2, TimeUnit.SECONDS);
        assertTrue(told.status() == 200 || told.json("/problem").equals("PSC-060"), told::text);
        drained.get(2, TimeUnit.SECONDS);
        var later = session.get("/v1/session/end?wait=30");
        assertEquals(503, later.status());
        assertEquals("PSC-060", later.json("/problem"));
        assertEquals(200, session.get("/v1/session").status(), "all else goes on until the end");
    }

    @Test
    void a_call_that_does_not_end_is_not_waited_for_beyond_the_bound() throws Exception {
        var sent = slowSend();

        drained().get(WITHIN.toSeconds() + 3, TimeUnit.SECONDS);

        assertFalse(sent.isDone());
    }
}

package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A {@code /connect} whose professional takes their time, and what ends it before they answer. */
@Isolated("counts lines of the log")
class LongConnectTest {
    private static final String SILENT = "899999100060";

    @AutoClose
    private final LogRecorder log = new LogRecorder();

    private final VirtualClock clock = VirtualClock.standing();

    private static void limited(ProxyServerBuilder builder, String limit) {
        builder.connectWithin(Duration.parse(limit));
    }

    /** Until the login waits for the professional; returns when its caller came. */
    private Instant awaitWaiting(Bench bench, int logins) {
        Await.until(
                "the professional is asked",
                () -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) == logins);
        var came = clock.instant();
        var polls = bench.simulator.count(Endpoint.TOKEN);
        bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > polls);
        return came;
    }

    private void advanceTo(Instant time) {
        clock.advance(Duration.between(clock.instant(), time));
    }

    private static String body() {
        return ConnectBody.of(SILENT, Bench.CLIENT).json();
    }

    /** A caller who is cut off after that time. */
    private void cutAfter(Bench bench, long seconds, int logins) throws Exception {
        var body = body();
        try (var socket = new Socket("127.0.0.1", bench.proxy.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /connect HTTP/1.1\r\nHost: proxy\r\nAuthorization: Bearer " + Bench.TOKEN
                                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            advanceTo(awaitWaiting(bench, logins).plusSeconds(seconds));
        }
        Await.until(
                "the end of the login is traced",
                () -> bench.operator().traces().stream()
                                .filter(trace -> trace.text("/type").equals("CONNECT_FAILURE"))
                                .count()
                        == logins);
    }

    private long told() {
        return log.lines().stream().filter(line -> line.contains("SRV-022")).count();
    }

    @Test
    void callers_who_are_cut_off_after_a_minute_are_told_of_once() throws Exception {
        try (var bench = Bench.at(clock, builder -> {})) {
            cutAfter(bench, 58, 1);
            assertEquals(0, told());

            cutAfter(bench, 60, 2);
            assertEquals(1, told());
            assertTrue(log.lines().stream().anyMatch(line -> line.startsWith("WARN") && line.contains("SRV-022")));

            cutAfter(bench, 60, 3);
            assertEquals(1, told());
        }
    }

    @Test
    void where_another_caller_has_waited_for_longer_nothing_cuts() throws Exception {
        try (var bench = Bench.at(clock, builder -> {})) {
            cutAfter(bench, 62, 1);
            cutAfter(bench, 60, 2);

            assertEquals(0, told());
        }
    }

    @Test
    void the_proxy_s_own_limit_answers_504_with_a_code() throws Exception {
        try (var bench = Bench.at(clock, builder -> limited(builder, "PT55S"))) {
            var waiting = bench.calls().callLater("POST", "/connect", body());
            var came = awaitWaiting(bench, 1);
            advanceTo(came.plusSeconds(54));
            assertEquals(1, bench.proxy.callsUnderWay());

            advanceTo(came.plusSeconds(55));

            var answer = Await.outcome("the call is answered", waiting);
            assertEquals(504, answer.status());
            assertEquals("PSC-002", answer.header("Psc-Proxy-Error"));
            assertEquals("", answer.text());
            assertTrue(bench.operator().trace("CONNECT_FAILURE").isPresent());
            bench.assertPolledNoMore();
        }
    }

    @Test
    void the_proxy_s_own_limit_counts_what_comes_before_the_professional_is_asked() throws Exception {
        try (var bench = Bench.at(clock, builder -> limited(builder, "PT55S"))) {
            var former = bench.loggedIn();
            // By real time: long enough to move the clock meanwhile.
            bench.simulator.turn("fault-logout", "PT2S");
            var came = clock.instant();
            var waiting = former.callLater("POST", "/connect", body());
            Await.until("the former person is logged out", () -> bench.simulator.count(Endpoint.LOGOUT) == 1);
            advanceTo(came.plusSeconds(10));
            awaitWaiting(bench, 2);
            advanceTo(came.plusSeconds(54));
            assertEquals(1, bench.proxy.callsUnderWay());

            advanceTo(came.plusSeconds(55));

            assertEquals(504, Await.outcome("the call is answered", waiting).status());
        }
    }

    @Test
    void without_a_limit_a_caller_waits_as_long_as_the_professional_may() throws Exception {
        try (var bench = Bench.at(clock, builder -> {})) {
            var waiting = bench.calls().callLater("POST", "/connect", body());
            advanceTo(awaitWaiting(bench, 1).plusSeconds(110));
            bench.approve();

            assertEquals(200, bench.answered(waiting).status());
        }
    }
}

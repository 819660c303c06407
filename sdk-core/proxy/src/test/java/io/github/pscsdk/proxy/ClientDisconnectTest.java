package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What ends a login that waits, besides an answer; and what waiting costs. */
class ClientDisconnectTest {
    private static final String SILENT = "899999100060";

    @Test
    void a_caller_that_hangs_up_cancels_the_login() throws Exception {
        try (var bench = Bench.start()) {
            bench.connectAndHangUp(SILENT);

            Await.until(
                    "the end of the login is traced",
                    () -> bench.operator().trace("CONNECT_FAILURE").isPresent());
        }
    }

    @Test
    void a_cancelled_login_is_polled_no_more() throws Exception {
        try (var bench = Bench.start()) {
            var body = ConnectBody.of(SILENT, Bench.CLIENT).with("wayIn", "BACKCHANNEL");
            var begun = bench.calls().call("POST", "/v1/logins", body.json());
            bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > 0);

            bench.calls().call("DELETE", "/v1/logins/" + begun.json("/id"), "");

            bench.assertPolledNoMore();
        }
    }

    @Test
    void a_stop_answers_those_who_wait() throws Exception {
        try (var bench = Bench.start()) {
            var waiting = bench.calls()
                    .callLater(
                            "POST",
                            "/connect",
                            ConnectBody.of(SILENT, Bench.CLIENT).json());
            bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > 0);

            bench.proxy.close();

            assertEquals(503, bench.answered(waiting).status());
        }
    }

    @Test
    void a_stop_answers_those_whose_login_is_about_to_begin() throws Exception {
        var answer = stoppedWhileItBegins("/connect", ConnectBody.of(SILENT, Bench.CLIENT));

        assertEquals(503, answer.status());
    }

    @Test
    void a_stop_answers_an_application_whose_login_is_about_to_begin() throws Exception {
        var body = ConnectBody.of(SILENT, Bench.CLIENT).with("wayIn", "BACKCHANNEL");

        var answer = stoppedWhileItBegins("/v1/logins", body);

        assertEquals(503, answer.status());
        assertEquals("PSC-052", answer.header("Psc-Proxy-Error"));
    }

    @Test
    void fifty_logins_that_wait_hold_no_threads() throws Exception {
        // In conformity mode one person may be asked again and again.
        try (var bench = Bench.start(ProxyServerBuilder::dangerouslyInConformityMode)) {
            List<CompletableFuture<Answer>> waiting = new ArrayList<>();
            for (var i = 0; i < 50; i++) {
                var body = ConnectBody.of(SILENT, Bench.CLIENT).json();
                waiting.add(bench.calls().callLater("POST", "/connect", body));
            }
            Await.until("all wait", () -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) == 50);

            // Another call gets through: neither the server's threads nor the workers are held.
            assertEquals(200, bench.calls().get("/v1/status").status());
            assertEquals(
                    200,
                    bench.calls()
                            .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT))
                            .status());
            assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
        }
    }

    /** What the proxy answers if it stops while Pro Santé Connect is asked to begin a login. */
    private static Answer stoppedWhileItBegins(String path, ConnectBody body) throws Exception {
        try (var bench = Bench.start()) {
            bench.simulator.turn("fault-backchannel-authentication", "PT5S");
            var beginning = bench.calls().callLater("POST", path, body.json());
            bench.until(
                    "Pro Santé Connect is asked", () -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) > 0);

            bench.proxy.close();

            return bench.answered(beginning);
        }
    }
}

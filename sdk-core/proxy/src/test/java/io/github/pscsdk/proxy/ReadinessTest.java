package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a load balancer is told. */
class ReadinessTest {
    private static final String NOT_READY =
            "{\"ready\":false,\"findings\":[{\"problem\":\"PSC-020\",\"severity\":\"BLOCKING\"}]}";

    @Test
    void a_proxy_is_ready_once_it_has_read_what_pro_sante_connect_publishes_and_stays_so() throws Exception {
        try (var bench = Bench.start()) {
            Await.until(
                    "the proxy is ready", () -> bench.anybody().get("/ready").status() == 200);

            bench.simulator.close();

            var answer = bench.anybody().get("/ready");
            assertEquals(200, answer.status());
            assertEquals("{\"ready\":true,\"findings\":[]}", answer.text());
            assertEquals("{\"alive\":true}", bench.anybody().get("/health").text());
        }
    }

    @Test
    void one_whose_pro_sante_connect_was_away_at_the_start_is_alive_and_becomes_ready_without_any_login()
            throws Exception {
        var clock = VirtualClock.standing();
        try (var bench = Bench.awayAt(clock)) {
            for (var calls = 0; calls < 50; calls++) {
                var answer = bench.anybody().get("/ready");
                assertEquals(503, answer.status());
                assertEquals(NOT_READY, answer.text());
            }
            assertEquals(200, bench.anybody().get("/health").status());
            assertTrue(bench.simulator.count(Endpoint.DISCOVERY) <= 8, "it is not tried for each caller");

            bench.simulator.resetDials();
            clock.advance(Duration.ofSeconds(10));
            Await.until(
                    "the proxy is ready", () -> bench.anybody().get("/ready").status() == 200);
        }
    }
}

package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often one phone rings when many callers want it to. */
class RingsTest {
    private static final String SILENT = "899999100060";
    private static final int CALLERS = 60;
    private static final Duration EXPIRY = Duration.ofSeconds(8);
    private static final Duration BETWEEN = Duration.ofSeconds(9);

    private static String token(int caller) {
        return "application-token-of-installation-" + caller;
    }

    private static void sixtyApplications(ProxyServerBuilder builder) {
        var usual = AttemptLimits.DEFAULT;
        builder.limits(usual.perCaller(), usual.perNationalId(), usual.window());
        IntStream.range(0, CALLERS)
                .forEach(caller ->
                        builder.application("installation-" + caller, ProxyServerBuilder.sha256Of(token(caller))));
    }

    @Test
    void sixty_attempts_of_as_many_callers_ring_as_often_as_the_limit_allows() throws Exception {
        var clock = VirtualClock.standing();
        try (var bench = Bench.at(clock, EXPIRY, RingsTest::sixtyApplications)) {
            var tooMany = 0;
            for (var caller = 0; caller < CALLERS; caller++) {
                var calls = bench.anybody().withToken(token(caller));
                // Both contracts, and each request has expired before the next: it is the limit that refuses.
                var answer = caller % 2 == 0 || caller < AttemptLimits.DEFAULT.perNationalId()
                        ? calls.beginOnDevice(SILENT)
                        : calls.connect(ConnectBody.of(SILENT, Bench.CLIENT));
                tooMany += answer.status() == 429 ? 1 : 0;
                clock.advance(BETWEEN);
            }

            assertEquals(5, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
            assertEquals(55, tooMany);

            clock.advance(AttemptLimits.DEFAULT.window().minus(BETWEEN.multipliedBy(CALLERS)));
            var next = bench.anybody().withToken(token(0)).beginOnDevice(SILENT);
            assertEquals(201, next.status(), "a window after the first ring the phone may ring again");
        }
    }
}

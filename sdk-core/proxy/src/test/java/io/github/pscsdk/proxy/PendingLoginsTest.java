package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node sees so many logins through at once. */
class PendingLoginsTest {
    private static final String SILENT = "899999100060";

    @AutoClose
    private final Bench bench = Bench.start(builder -> builder.traffic(1000, 100, 1)
            // A refused one must not count.
            .limits(3, 3, Duration.ofHours(1)));

    private int asked() {
        return bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION);
    }

    @Test
    void one_login_too_many_is_refused_before_anybody_is_asked_and_counts_as_no_attempt() throws Exception {
        var first = bench.calls().beginOnDevice(SILENT);
        assertEquals(201, first.status());

        for (var tries = 0; tries < 5; tries++) {
            var device = bench.calls().beginOnDevice(Bench.PHARMACIST);
            var browser = bench.calls().beginInBrowser();
            var contract = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));
            for (var refused : new Answer[] {device, browser, contract}) {
                assertEquals(503, refused.status());
                assertEquals("PSC-052", refused.header("Psc-Proxy-Error"));
                assertEquals("5", refused.header("Retry-After"));
            }
            assertEquals("PSC-052", device.json("/problem"));
        }
        assertEquals(1, asked());

        bench.calls().cancel(first);
        assertEquals(201, bench.calls().beginOnDevice(Bench.PHARMACIST).status());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatever_ends_a_login_makes_room_for_the_next(boolean conformity) throws Exception {
        try (var other = Bench.start(builder -> {
            builder.traffic(1000, 100, 1);
            if (conformity) {
                builder.dangerouslyInConformityMode();
            }
        })) {
            // Refused by Pro Santé Connect, done, and given up by the caller.
            var unknown = other.calls().connect(ConnectBody.of("899999100086", Bench.CLIENT));
            assertEquals(404, unknown.status());
            var done = other.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));
            assertEquals(200, done.status());
            other.connectAndHangUp(SILENT);
            Await.until(
                    "there is room for the next one",
                    () -> other.calls().beginInBrowser().status() == 201);
        }
    }
}

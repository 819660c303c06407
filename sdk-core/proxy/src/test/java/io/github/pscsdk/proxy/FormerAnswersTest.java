package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Another professional logs in by {@code /connect} with the cookie of a former one, while something is under way for that one. */
class FormerAnswersTest {
    private static final String NEXT = "899999100029";
    private static final String REFRESHED =
            "psc_calls_seconds_count{client=\"" + Bench.CLIENT + "\",endpoint=\"token\"";

    private final VirtualClock clock = VirtualClock.running(Clock.systemUTC());

    @AutoClose
    private final Bench bench = Bench.at(clock, proxy -> proxy.metrics().stopWithin(Duration.ZERO));

    private ProxyCalls replacedBy(ProxyCalls former) throws Exception {
        return bench.calls()
                .withCookie(former.connect(ConnectBody.of(NEXT, Bench.CLIENT)).sessionCookie());
    }

    private void assertIsNext(ProxyCalls next) throws Exception {
        assertEquals(NEXT, next.get("/v1/session").json("/professional/nationalId"));
    }

    @Test
    void an_answer_goes_to_the_connection_that_asked_and_to_no_other() throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        bench.backend.answerBy(request -> {
            if (request.path().endsWith("/former")) {
                arrived.countDown();
                awaitQuietly(release);
                return EchoBackend.Programme.text(200, "for the former one");
            }
            return EchoBackend.Programme.text(200, "for the next one");
        });
        var former = bench.loggedIn();
        var inFlight = former.callLater("GET", "/send/open/former", "");
        Await.latch("the backend has the call", arrived);

        var next = replacedBy(former);
        release.countDown();

        assertEquals("for the former one", bench.answered(inFlight).text());
        assertEquals("for the next one", next.get("/send/open/next").text());
        assertIsNext(next);
        assertEquals(401, former.get("/send/open/next").status());
    }

    @Test
    void a_refresh_under_way_brings_the_former_session_back_to_nobody() throws Exception {
        var former = bench.loggedIn();
        clock.advance(Duration.ofMinutes(11));
        bench.simulator.turn("slow-connect-auth", "PT2S");
        assertEquals(200, former.get("/v1/session").status());
        bench.simulator.turn("slow-connect-auth", "PT0S");

        var next = replacedBy(former);
        Await.until(
                "the refresh has come back",
                () -> bench.operator().get("/metrics").text().lines().anyMatch(line -> line.startsWith(REFRESHED)));
        // By the end of a whole login more, what came back has had its effect.
        bench.loggedIn();

        assertEquals(401, former.get("/v1/session").status());
        assertIsNext(next);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            Await.latch("the next professional has logged in", latch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

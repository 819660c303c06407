package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A login that waits holds no thread. Counts threads, never time; in a JVM of its own, since other tests leave threads that
 * end by and by.
 */
@Isolated("counts threads")
class ManyLoginsIT {
    private static final int LOGINS = 200;
    // 48 for calls, as many again in a server that gives each connection a thread, and those of the JVM.
    private static final int FEWER_THAN = 150;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @BeforeEach
    void countAnew() {
        threads.resetPeakThreadCount();
    }

    private void assertFewThreads() {
        assertTrue(threads.getPeakThreadCount() < FEWER_THAN, () -> "threads: " + threads.getPeakThreadCount());
    }

    @Test
    void two_hundred_logins_against_the_simulator_finish_with_few_threads() throws Exception {
        try (var lab = Lab.open()) {
            var logins = new ArrayList<BackchannelLogin>();
            for (var i = 0; i < LOGINS; i++) {
                // This one is slowed down once: each login waits for at least three polls' time.
                logins.add(lab.ask(new NationalId("899999100078")));
            }

            for (var login : logins) {
                assertEquals(
                        "899999100078",
                        lab.outcome(login).professional().nationalId().value());
            }

            assertFewThreads();
        }
    }

    @Test
    void two_hundred_logins_wait_at_once_with_few_threads() throws Exception {
        try (var psc = new HandMadePsc();
                var party = psc.party().build()) {
            var granted = psc.take("/token");
            psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"authorization_pending\"}"));
            List<BackchannelLogin> logins = new ArrayList<>();
            for (var i = 0; i < LOGINS; i++) {
                logins.add(await(party.beginBackchannelLogin(
                        BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));
            }
            psc.time.pass(Duration.ofSeconds(2));
            assertEquals(2 * LOGINS, psc.count("/token"));
            assertTrue(logins.stream()
                    .noneMatch(l -> l.outcome().toCompletableFuture().isDone()));

            psc.answer("/token", granted);

            for (var login : logins) {
                psc.time.outcome(login);
            }
            assertFewThreads();
        }
    }
}

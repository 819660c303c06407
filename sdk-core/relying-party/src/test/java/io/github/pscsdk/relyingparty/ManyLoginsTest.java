package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A login that waits holds no thread. Counts threads, never time: how many more there are than other tests have left. */
@Isolated("counts threads")
class ManyLoginsTest {
    private static final int LOGINS = 200;
    // 64 for calls, as many again in a server that gives each connection a thread, and those that the JVM starts.
    private static final int FEWER_THAN = 190;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int before;

    private static final NationalId SLOWED_DOWN = new NationalId("899999100078");

    @BeforeEach
    void countAnew() {
        threads.resetPeakThreadCount();
        before = threads.getPeakThreadCount();
    }

    private void assertFewThreads() {
        var more = threads.getPeakThreadCount() - before;
        assertTrue(more < FEWER_THAN, () -> "threads: " + more + " beside " + before);
    }

    /** On its own threads, which are counted. */
    private static RelyingParty party(PscEnvironment environment, String client, String secret, VirtualClock clock) {
        return RelyingParty.builder(environment)
                .client(client, ClientAuthentication.clientSecretBasic(secret))
                .clock(clock)
                .build();
    }

    private static long waiting(List<BackchannelLogin> logins) {
        return logins.stream()
                .filter(login -> !login.outcome().toCompletableFuture().isDone())
                .count();
    }

    /**
     * A login that waits has two timers: of its next poll, and of its deadline.
     *
     * @param others how many timers there are without a login
     */
    private static void settle(List<BackchannelLogin> logins, VirtualClock clock, int others) {
        Await.until(
                "each login has ended, or waits for its next poll",
                () -> clock.tasks() == 2 * waiting(logins) + others);
    }

    private static void untilAllHaveEnded(List<BackchannelLogin> logins, VirtualClock clock, int others) {
        for (settle(logins, clock, others); waiting(logins) > 0; settle(logins, clock, others)) {
            assertTrue(clock.advanceToNext(Duration.ofMinutes(1)));
        }
    }

    /** As the test below, with tokens that are signed and checked. */
    @Test
    @Tag("long")
    void two_hundred_logins_against_the_simulator_finish_with_few_threads() throws Exception {
        try (var lab = Lab.open();
                var party = party(lab.environment, Lab.CLIENT, Lab.SECRET, lab.clock)) {
            var others = lab.clock.tasks();
            var logins = new ArrayList<BackchannelLogin>();
            for (var i = 0; i < LOGINS; i++) {
                // This one is slowed down once: each login waits for at least three polls' time.
                logins.add(await(party.beginBackchannelLogin(
                        BackchannelRequest.onMobile(SLOWED_DOWN), new BindingMessage("42"))));
            }

            untilAllHaveEnded(logins, lab.clock, others);

            for (var login : logins) {
                assertEquals(SLOWED_DOWN, lab.outcome(login).professional().nationalId());
            }
            assertFewThreads();
        }
    }

    @Test
    void two_hundred_logins_wait_at_once_with_few_threads() throws Exception {
        try (var psc = new HandMadePsc();
                var party = party(psc.environment(), HandMadePsc.CLIENT, "a fictitious secret", psc.time.clock)) {
            var clock = psc.time.clock;
            var granted = psc.take("/token");
            psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"authorization_pending\"}"));
            var others = clock.tasks();
            List<BackchannelLogin> logins = new ArrayList<>();
            for (var i = 0; i < LOGINS; i++) {
                logins.add(await(party.beginBackchannelLogin(
                        BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));
            }
            for (var poll = 0; poll < 2; poll++) {
                assertTrue(clock.advanceToNext(Duration.ofSeconds(1)));
                settle(logins, clock, others);
            }
            assertEquals(2 * LOGINS, psc.count("/token"));
            assertEquals(LOGINS, waiting(logins));

            psc.answer("/token", granted);

            untilAllHaveEnded(logins, clock, others);
            for (var login : logins) {
                psc.time.outcome(login);
            }
            assertFewThreads();
        }
    }
}

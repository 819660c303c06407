package io.github.pscsdk.proxy;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Moves the clock of a proxy and its simulator while a test waits for a login: from poll to poll, each time once the request before has arrived at Pro Santé Connect. So
 * no login misses its deadline, however slow the machine is.
 */
public final class PollPace {
    /** The simulator's polling interval, which is also how often a waiting call looks at its login. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final int LOOKS_AFTER_REQUEST = 2;

    // A step of a login that no request of its own announces is seen at the next look. Each such move waits longer than
    // the one before: a store that is slow has
    // the time of its limit.
    private static final int LOOKS_WITHOUT_REQUEST = 50;
    private static final int MOST_LOOKS_WITHOUT_REQUEST = 400;

    private final VirtualClock clock;
    private final PscSimulator simulator;

    public PollPace(VirtualClock clock, PscSimulator simulator) {
        this.clock = clock;
        this.simulator = simulator;
    }

    /** As {@link Await#until}, while time passes. */
    void until(String what, Callable<Boolean> condition) {
        var steps = new Steps();
        Await.until(what, () -> {
            if (condition.call()) {
                return true;
            }
            steps.next();
            return condition.call();
        });
    }

    /** As {@link Await#outcome}, while time passes. */
    public <T> T outcome(String what, CompletableFuture<T> answer) throws Exception {
        until(what, answer::isDone);
        return Await.outcome(what, answer);
    }

    private final class Steps {
        private int movedAt = -1;
        private int last = -1;
        private int looks;
        private int patience = LOOKS_WITHOUT_REQUEST;

        private void next() {
            var requests = simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) + simulator.count(Endpoint.TOKEN);
            looks = requests == last ? looks + 1 : 0;
            last = requests;
            // Where many log in at once, none of them is left behind.
            var haveAllArrived = requests != movedAt && looks >= LOOKS_AFTER_REQUEST;
            if ((haveAllArrived || looks > patience) && clock.advanceToNext(INTERVAL)) {
                patience = haveAllArrived ? LOOKS_WITHOUT_REQUEST : Math.min(2 * patience, MOST_LOOKS_WITHOUT_REQUEST);
                movedAt = requests;
                looks = 0;
            }
        }
    }
}

package io.github.pscsdk.proxy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for something that happens elsewhere and tells nobody. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    public interface Condition {
        boolean holds() throws Exception;
    }

    public static void until(Condition condition) throws Exception {
        var never = new CountDownLatch(1);
        var rounds = LONGEST.toMillis() / PAUSE_MILLIS;
        for (var round = 0; round < rounds; round++) {
            if (condition.holds()) {
                return;
            }
            never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("it did not happen within " + LONGEST);
    }
}

package io.github.pscsdk.testkit.contract;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The limits of the calls into an authenticator, see {@code docs/plugins.md}. */
final class EngineLimits {
    private static final long PAUSE_MILLIS = 5;

    /** To end after an interrupt; and for what must return at once. */
    static final Duration GRACE = Duration.ofSeconds(1);

    /** For a constructor and a descriptor: the software is not shown before all are made. */
    static final Duration AT_ONCE = Duration.ofMillis(100);

    /** For {@code close()}. */
    static final Duration CLOSE = Duration.ofSeconds(2);

    /** For something to begin that must be under way. */
    static final Duration GLANCE = Duration.ofMillis(200);

    /** For what one attempt tells and asks the host and the server half. */
    static final int CALLS_OF_HOST = 1_000;

    private EngineLimits() {}

    /** Waits until something comes true, as long as {@link #GRACE}; says whether it did. */
    static boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
        return comesTrue(condition, GRACE);
    }

    /** The same with another limit. */
    static boolean comesTrue(BooleanSupplier condition, Duration limit) throws InterruptedException {
        var never = new CountDownLatch(1);
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }
}

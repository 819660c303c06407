package io.github.pscsdk.sessionstore.testkit.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for changes that come by the clock of a store, which no test can move. */
public final class StoreWait {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private StoreWait() {}

    /** @param what the condition in words, told where it does not hold within a minute */
    public static void until(String what, BooleanSupplier condition) throws InterruptedException {
        value(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T value(String what, Supplier<Optional<T>> look) throws InterruptedException {
        var end = System.nanoTime() + LIMIT.toNanos();
        for (var found = look.get(); ; found = look.get()) {
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            }
            new CountDownLatch(1).await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}

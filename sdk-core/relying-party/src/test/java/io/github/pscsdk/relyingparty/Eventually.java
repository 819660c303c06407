package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, with much patience, for what another thread is about to do. */
final class Eventually {
    private static final int TRIES = 3000;

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        for (var i = 0; i < TRIES; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        fail("never held");
    }
}

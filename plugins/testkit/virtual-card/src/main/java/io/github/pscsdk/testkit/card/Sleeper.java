package io.github.pscsdk.testkit.card;

import java.time.Duration;

/** Makes a slow card wait. A test gives one that counts, moves a clock, or waits for a signal. */
@FunctionalInterface
public interface Sleeper {
    /** Waits for that time. */
    void sleep(Duration time);
}

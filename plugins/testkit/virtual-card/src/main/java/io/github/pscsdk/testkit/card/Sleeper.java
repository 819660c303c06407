package io.github.pscsdk.testkit.card;

import java.time.Duration;

/** How a slow card takes its time. A test injects one that counts, moves a clock, or waits for a signal. */
@FunctionalInterface
public interface Sleeper {
    /** Lets that time pass. */
    void sleep(Duration time);
}

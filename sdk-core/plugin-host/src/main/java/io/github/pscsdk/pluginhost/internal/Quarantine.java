package io.github.pscsdk.pluginhost.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sets an authenticator aside that failed several times in a row. Safe for any thread. */
final class Quarantine {
    static final int FAILURES = 3;

    /** For how long; then one attempt may show whether it works again. */
    static final Duration LENGTH = Duration.ofMinutes(5);

    private final Clock clock;
    private final Runnable onChange;
    private int failures;
    private Instant until = Instant.MIN;

    /** @param onChange run when it begins or is lifted */
    Quarantine(Clock clock, Runnable onChange) {
        this.clock = clock;
        this.onChange = onChange;
    }

    synchronized boolean isSetAside() {
        return clock.instant().isBefore(until);
    }

    void failed() {
        synchronized (this) {
            failures++;
            if (failures < FAILURES) {
                return;
            }
            until = clock.instant().plus(LENGTH);
        }
        onChange.run();
    }

    /** It did what it should, or somebody decided to try it again. */
    void lift() {
        boolean wasSetAside;
        synchronized (this) {
            wasSetAside = failures >= FAILURES;
            failures = 0;
            until = Instant.MIN;
        }
        if (wasSetAside) {
            onChange.run();
        }
    }
}

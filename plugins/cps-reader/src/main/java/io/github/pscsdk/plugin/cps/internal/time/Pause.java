package io.github.pscsdk.plugin.cps.internal.time;

import java.time.Duration;

/** Does nothing for a while. */
public final class Pause {
    private Pause() {}

    /** Returns after {@code length}, or at once when interrupted. */
    public static void of(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }
}

package io.github.pscsdk.plugin.cps.internal.time;

import java.time.Duration;

/** Waits for a while: the one call of {@link Thread#sleep} of this plug-in. */
public final class Pause {
    private Pause() {}

    /** Returns after {@code length}, or at once when interrupted. */
    public static void of(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }
}

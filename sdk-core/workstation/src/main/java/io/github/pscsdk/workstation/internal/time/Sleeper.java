package io.github.pscsdk.workstation.internal.time;

import java.time.Duration;

/** Lets some time pass. Tests put a lambda in its place. */
@FunctionalInterface
public interface Sleeper {
    /** The real one. */
    Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

    /**
     * Blocks the calling thread.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    void sleep(Duration pause) throws InterruptedException;
}

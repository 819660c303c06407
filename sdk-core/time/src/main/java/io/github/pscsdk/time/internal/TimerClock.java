package io.github.pscsdk.time.internal;

import java.time.Clock;

/** A clock that has timers of its own. */
public abstract class TimerClock extends Clock {
    /** Makes timers of one owner, which follow this clock. */
    protected abstract Scheduler scheduler();
}

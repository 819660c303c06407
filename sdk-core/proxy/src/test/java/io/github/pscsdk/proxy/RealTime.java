package io.github.pscsdk.proxy;

import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;

/** The time of nodes that are processes of their own: nobody can move it. So long a fault lasts, and a workstation waits before it tries again. */
final class RealTime {
    private static final Scheduler TIMERS = Scheduler.of(Clock.systemUTC(), "real-time");

    private RealTime() {}

    static void pass(Duration time) throws InterruptedException {
        TIMERS.sleep(time);
    }
}

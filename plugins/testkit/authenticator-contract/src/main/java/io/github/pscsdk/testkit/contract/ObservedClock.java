package io.github.pscsdk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A clock that a test moves once somebody has looked at it often enough to be waiting. */
final class ObservedClock extends Clock {
    private static final long GLANCE_MILLIS = 20;

    private final VirtualClock time;
    private int readings;

    ObservedClock(VirtualClock time) {
        this.time = time;
    }

    synchronized void forgetReadings() {
        readings = 0;
    }

    /** Waits until it was read that often, or until {@code ended}, or until the limit. */
    synchronized void awaitReadings(int count, BooleanSupplier ended, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (readings < count && !ended.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, GLANCE_MILLIS);
        }
    }

    void advance(Duration step) {
        time.advance(step);
    }

    @Override
    public synchronized Instant instant() {
        readings++;
        notifyAll();
        return time.instant();
    }

    @Override
    public ZoneId getZone() {
        return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return time.withZone(zone);
    }
}

package io.github.pscsdk.testkit.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A clock that counts its readings, and may move by a step at each, once the code under test must be waiting. */
final class ObservedClock extends Clock {
    private static final long GLANCE_MILLIS = 20;

    // Arbitrary, but far from today.
    private Instant now = Instant.parse("2030-03-17T17:46:40Z");

    private final Duration step;
    private int readings;

    /** @param step by which each reading moves it, after the reading */
    ObservedClock(Duration step) {
        this.step = step;
    }

    synchronized void forgetReadings() {
        readings = 0;
    }

    /** Waits until the clock was read {@code count} times, until {@code ended} is true, or until the limit. */
    synchronized void awaitReadings(int count, BooleanSupplier ended, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (readings < count && !ended.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, GLANCE_MILLIS);
        }
    }

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        readings++;
        notifyAll();
        var read = now;
        now = now.plus(step);
        return read;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("an instant has no zone");
    }
}

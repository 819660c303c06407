package io.github.pscsdk.example.badge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Goes on by a stride each time that somebody looks at it. */
final class StridingClock extends Clock {
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.parse("2026-01-05T08:00:00Z"));
    private final Duration stride;

    StridingClock(Duration stride) {
        this.stride = stride;
    }

    /** What somebody saw last. */
    Instant last() {
        return next.get().minus(stride);
    }

    @Override
    public Instant instant() {
        return next.getAndUpdate(now -> now.plus(stride));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

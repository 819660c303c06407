package io.github.pscsdk.testkit.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock on which some minutes pass at each reading, so that the deadline of a context comes at the second. */
final class FastClock extends Clock {
    private static final Duration STEP = Duration.ofMinutes(3);

    private final AtomicReference<Instant> now = new AtomicReference<>(ObservedClock.FIRST);

    @Override
    public Instant instant() {
        return now.getAndUpdate(before -> before.plus(STEP));
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

package io.github.pscsdk.relyingparty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, which a test may set forward, and stop. */
final class AdjustableClock extends Clock {
    private volatile Clock base = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** From now on it stands still between two steps forward, however slow the machine. */
    void stop() {
        base = Clock.fixed(base.instant(), ZoneOffset.UTC);
    }

    void forward(Duration more) {
        ahead = ahead.plus(more);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
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

package io.github.pscsdk.workstation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Shows the time of whatever clock is put behind it. */
final class MovableClock extends Clock {
    private final AtomicReference<Clock> behind;

    MovableClock(AtomicReference<Clock> behind) {
        this.behind = behind;
    }

    @Override
    public Instant instant() {
        return behind.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return behind.get().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return behind.get().withZone(zone);
    }
}

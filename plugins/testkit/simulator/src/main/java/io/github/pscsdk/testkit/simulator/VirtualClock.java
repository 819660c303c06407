package io.github.pscsdk.testkit.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test moves, for instance by four hours in one call. Give the same clock to the {@link PscSimulator}
 * and to the client under test, so that both have the same time. It can only move forward.
 *
 * <p>Safe for any thread.
 */
public final class VirtualClock extends Clock {
    /** The default start: arbitrary, but far from today. */
    private static final Instant START = Instant.parse("2030-03-17T17:46:40Z");
    /** The last instant. Later years have five digits, which few parsers of dates accept. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Clock base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private VirtualClock(Clock base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    /** A clock that stands still, at an arbitrary time in the future, until it is moved. */
    public static VirtualClock standing() {
        return standingAt(START);
    }

    /** A clock that stands still at {@code start} until it is moved. */
    public static VirtualClock standingAt(Instant start) {
        return new VirtualClock(Clock.fixed(start, ZoneOffset.UTC));
    }

    /** A clock that runs with {@code base}, ahead of it by the moves: for a person who uses a running simulator. */
    public static VirtualClock running(Clock base) {
        return new VirtualClock(base);
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if {@code step} is negative, or leads beyond the year 9999
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        ahead.updateAndGet(before -> {
            var left = Duration.between(base.instant().plus(before), END);
            if (step.compareTo(left) > 0) {
                throw new IllegalArgumentException("the calendar ends with the year 9999");
            }
            return before.plus(step);
        });
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** A clock that follows this one; only this one can be moved. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    @Override
    public String toString() {
        return "VirtualClock[" + instant() + "]";
    }

    private static final class Zoned extends Clock {
        private final VirtualClock original;
        private final ZoneId zone;

        Zoned(VirtualClock original, ZoneId zone) {
            this.original = original;
            this.zone = Objects.requireNonNull(zone, "zone");
        }

        @Override
        public Instant instant() {
            return original.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(original, other);
        }
    }
}

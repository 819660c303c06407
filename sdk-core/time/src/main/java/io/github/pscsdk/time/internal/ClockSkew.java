package io.github.pscsdk.time.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * The difference between our clock and another one, which was read to the second.
 *
 * @param ahead by how much ours is ahead; negative where it is behind
 */
public record ClockSkew(Duration ahead) {
    // Half of the 60 s that the server half allows Pro Santé Connect's clock; more cannot be explained by the network.
    private static final Duration NOTABLE = Duration.ofSeconds(30);

    /** The difference between the two times. */
    public static ClockSkew between(Instant ours, Instant theirs) {
        return new ClockSkew(Duration.between(theirs, ours));
    }

    /** Whether a person must be told: from 30 s on. */
    public boolean isNotable() {
        return !isWithin(NOTABLE.minusNanos(1));
    }

    /** Whether it is no more than that, either way. */
    public boolean isWithin(Duration limit) {
        return ahead.abs().compareTo(limit) <= 0;
    }

    /** The amount of our clock by its two largest units, such as {@code 9 min 40 s fast}. */
    @Override
    public String toString() {
        var time = ahead.abs();
        var amount = time.toDays() > 0
                ? both(time.toDays(), "d", time.toHoursPart(), "h")
                : time.toHours() > 0
                        ? both(time.toHours(), "h", time.toMinutesPart(), "min")
                        : time.toMinutes() > 0
                                ? both(time.toMinutes(), "min", time.toSecondsPart(), "s")
                                : time.toSeconds() + " s";
        return amount + (ahead.isNegative() ? " slow" : " fast");
    }

    private static String both(long large, String unit, int small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }
}

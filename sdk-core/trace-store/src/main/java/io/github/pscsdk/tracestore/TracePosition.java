package io.github.pscsdk.tracestore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The place of a trace in the order of a {@link TraceStore}: by its time, then by its id. Names nothing of what was
 * done, so that it may be shown.
 *
 * @param timestamp when that was done which is traced; counts by the microsecond
 * @param id drawn at random; ids are in the order of their texts
 */
public record TracePosition(Instant timestamp, UUID id) implements Comparable<TracePosition> {
    private static final char BETWEEN = '_';

    public TracePosition {
        timestamp = timestamp.truncatedTo(ChronoUnit.MICROS);
    }

    /** After all that is of this time, and before all that is later. */
    public static TracePosition endOf(Instant time) {
        return new TracePosition(time, new UUID(-1, -1));
    }

    /** The position of a text of {@link #toString}; empty where it is none. */
    public static Optional<TracePosition> parse(String text) {
        var between = text.indexOf(BETWEEN);
        try {
            return between < 0
                    ? Optional.empty()
                    : Optional.of(new TracePosition(
                            Instant.parse(text.substring(0, between)), UUID.fromString(text.substring(between + 1))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(TracePosition other) {
        var byTime = timestamp.compareTo(other.timestamp);
        return byTime != 0 ? byTime : id.toString().compareTo(other.id.toString());
    }

    /** The time as ISO 8601 has it, an underscore and the id: for an address, and for {@link #parse}. */
    @Override
    public String toString() {
        return timestamp + String.valueOf(BETWEEN) + id;
    }
}

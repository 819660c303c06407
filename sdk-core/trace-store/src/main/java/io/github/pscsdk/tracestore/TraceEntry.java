package io.github.pscsdk.tracestore;

import io.github.pscsdk.sessionstore.StoreException;
import java.util.Objects;
import java.util.Optional;

/** A trace of a {@link TraceStore}, without its value where this node lacks the key. */
public final class TraceEntry {
    private final TracePosition position;
    private final byte[] value;
    private final Optional<StoreException> failure;

    private TraceEntry(TracePosition position, byte[] value, Optional<StoreException> failure) {
        this.position = Objects.requireNonNull(position, "position");
        this.value = value;
        this.failure = failure;
    }

    /**
     * A trace that can be read.
     *
     * @param value is not copied: a store gives each reader an array of their own
     */
    public static TraceEntry of(TracePosition position, byte[] value) {
        return new TraceEntry(position, Objects.requireNonNull(value, "value"), Optional.empty());
    }

    /** A trace that is there and cannot be read here. */
    public static TraceEntry unreadable(TracePosition position, StoreException failure) {
        return new TraceEntry(position, new byte[0], Optional.of(Objects.requireNonNull(failure, "failure")));
    }

    /** Its place in the order of the store. */
    public TracePosition position() {
        return position;
    }

    /**
     * The traced value; the caller's.
     *
     * @throws StoreException {@code STORE_UNREADABLE} if it cannot be read here
     */
    public byte[] value() {
        failure.ifPresent(why -> {
            throw why;
        });
        return value;
    }

    /** Why it cannot be read here; empty where it can. */
    public Optional<StoreException> failure() {
        return failure;
    }

    /** Prints no value: it names a person. */
    @Override
    public String toString() {
        return "TraceEntry[" + position + (failure.isEmpty() ? "]" : ", unreadable]");
    }
}

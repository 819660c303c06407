package io.github.pscsdk.tracestore;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Traces of what was done, of all nodes: kept for months, read by an operator, never changed. A value has at most
 * {@value #LARGEST_VALUE} bytes; it names persons, and an implementation logs none of it. Appended traces are read by
 * whoever asks after that, on any node. Threads, limits of time and failures are as in {@link SessionStore}. Times are
 * those of the nodes; what is too old is told by the store's clock.
 */
public interface TraceStore {
    /** Bytes of the largest value. */
    int LARGEST_VALUE = 1 << 16;

    /** How many traces are appended at once at most. */
    int MOST_AT_ONCE = 200;

    /**
     * Keeps all of them, or none. They are on the disk when this returns, where the store has one.
     *
     * @param entries {@value #MOST_AT_ONCE} at most, in any order; each with a position of its own
     */
    void append(List<TraceEntry> entries);

    /**
     * The first traces after a position, in the order of their positions.
     *
     * @param after the last position that was read before, or {@link TracePosition#endOf}
     * @param before what is of this time or later is left out
     * @param most how many at most; fewer are all that there are
     */
    List<TraceEntry> read(TracePosition after, Instant before, int most);

    /**
     * Removes traces that are older, the oldest first.
     *
     * @param most how many at most, for the store's sake
     * @return how many were removed; as many as {@code most} if there may be more
     */
    int removeOlderThan(Duration age, int most);

    /** As {@link SessionStore#isInProcess}. */
    default boolean isInProcess() {
        return false;
    }

    /** As {@link SessionStore#isEncrypted}. */
    default boolean isEncrypted() {
        return false;
    }

    /**
     * As {@link SessionStore#check}, for what traces need. That all nodes have the same keys is told by the session
     * store of the same database.
     */
    default void check() {}

    /** This store, which sees encrypted values from now on; times and ids stay as they are. */
    default TraceStore encrypted(KeyRing ring) {
        return new EncryptedTraceStore(this, ring);
    }

    /**
     * A store in this process, for demonstrations and tests.
     *
     * @param capacity how many traces it has at most: the oldest one goes when another comes
     * @param clock tells what is too old
     */
    static TraceStore inMemory(int capacity, Clock clock) {
        return new InMemoryTraceStore(capacity, clock);
    }
}

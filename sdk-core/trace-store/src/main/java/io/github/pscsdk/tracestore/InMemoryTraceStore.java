package io.github.pscsdk.tracestore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Keeps the last traces in memory, in their order. */
final class InMemoryTraceStore implements TraceStore {
    private final int capacity;
    private final Clock clock;
    private final TreeMap<TracePosition, byte[]> traces = new TreeMap<>();

    InMemoryTraceStore(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized void append(List<TraceEntry> entries) {
        entries.forEach(entry -> traces.put(entry.position(), entry.value().clone()));
        while (traces.size() > capacity) {
            traces.pollFirstEntry();
        }
    }

    @Override
    public synchronized List<TraceEntry> read(TracePosition after, Instant before, int most) {
        return traces.tailMap(after, false).entrySet().stream()
                .takeWhile(trace -> trace.getKey().timestamp().isBefore(before))
                .limit(most)
                .map(trace -> TraceEntry.of(trace.getKey(), trace.getValue().clone()))
                .toList();
    }

    @Override
    public synchronized int removeOlderThan(Duration age, int most) {
        var oldest = clock.instant().minus(age);
        var removed = 0;
        while (removed < most
                && !traces.isEmpty()
                && traces.firstKey().timestamp().isBefore(oldest)) {
            traces.pollFirstEntry();
            removed++;
        }
        return removed;
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    /** Prints how many there are and nothing else. */
    @Override
    public synchronized String toString() {
        return "InMemoryTraceStore[" + traces.size() + " traces]";
    }
}

package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Attempts within a window, which nodes that share a store count together. Every method calls the store. */
public final class SharedCounts {
    private final SessionStore store;
    private final Clock clock;

    /** @param clock the store's */
    public SharedCounts(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Attempts of one kind and key.
     *
     * @param allowed how many within the window
     */
    public record Limit(String kind, String key, int allowed, Duration window) {
        private String entry() {
            return StoreKeys.of("attempts", kind + "\n" + key);
        }

        /** Hides the key: it may be of a person. */
        @Override
        public String toString() {
            return "Limit[" + kind + ", " + allowed + " in " + window + "]";
        }
    }

    /** Counts one attempt under each of the limits, unless one of them is reached: how long to wait then, in whole seconds. */
    public Optional<Duration> begin(List<Limit> limits) {
        var found = new LinkedHashMap<Limit, Optional<StoredEntry>>();
        limits.forEach(limit -> found.put(limit, store.find(limit.entry())));
        var wait = limits.stream()
                .flatMap(limit -> wait(limit, found.get(limit)).stream())
                .max(Duration::compareTo);
        if (wait.isEmpty()) {
            found.forEach(this::count);
        }
        return wait;
    }

    private Optional<Duration> wait(Limit limit, Optional<StoredEntry> found) {
        var recent = recent(limit, found.map(StoredEntry::value));
        if (recent.size() < limit.allowed) {
            return Optional.empty();
        }
        var left = Duration.between(
                clock.instant(), recent.get(recent.size() - limit.allowed).plus(limit.window));
        return Optional.of(
                Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds())));
    }

    private List<Instant> recent(Limit limit, Optional<byte[]> bytes) {
        var horizon = clock.instant().minus(limit.window);
        var recent = new ArrayList<Instant>();
        bytes.map(ByteBuffer::wrap).ifPresent(times -> {
            while (times.hasRemaining()) {
                var time = Instant.ofEpochMilli(times.getLong());
                if (time.isAfter(horizon)) {
                    recent.add(time);
                }
            }
        });
        return recent;
    }

    private void count(Limit limit, Optional<StoredEntry> found) {
        var times = withOneMore(limit, found.map(StoredEntry::value));
        var counted = found.map(entry -> store.compareAndSet(limit.entry(), entry.version(), times, limit.window))
                .orElseGet(() -> store.putIfAbsent(limit.entry(), times, limit.window));
        if (counted.isEmpty()) {
            // Somebody else was counted in between.
            store.update(limit.entry(), limit.window, bytes -> Optional.of(withOneMore(limit, bytes)));
        }
    }

    private byte[] withOneMore(Limit limit, Optional<byte[]> bytes) {
        var recent = recent(limit, bytes);
        recent.add(clock.instant());
        var newest = recent.subList(Math.max(0, recent.size() - limit.allowed), recent.size());
        var times = ByteBuffer.allocate(Long.BYTES * newest.size());
        newest.forEach(time -> times.putLong(time.toEpochMilli()));
        return times.array();
    }
}

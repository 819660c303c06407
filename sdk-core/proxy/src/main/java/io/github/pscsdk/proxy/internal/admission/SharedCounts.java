package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.proxy.internal.admission.SharedCounts.Limit;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.sessionstore.EntryContent;
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
import java.util.concurrent.atomic.AtomicReference;

/**
 * Attempts within a window, which nodes that share a store count together, by its clock. Every method calls the store.
 */
record SharedCounts(SessionStore store, Clock clock) {
    public record Limit(String kind, String key, int allowed, Duration window) {
        private String entry() {
            return StoreAccess.key("attempts", kind + "\n" + key);
        }

        @Override
        public String toString() {
            return "Limit[" + kind + ", " + allowed + " in " + window + "]";
        }
    }

    /** Counts one attempt under each of the limits, unless one is reached: how long to wait then, in whole seconds. */
    public Optional<Duration> begin(List<Limit> limits) {
        var now = clock.instant();
        var found = new LinkedHashMap<Limit, Optional<StoredEntry>>();
        limits.forEach(limit -> found.put(limit, store.find(limit.entry())));
        var wait = limits.stream()
                .flatMap(limit -> wait(limit, found.get(limit).map(StoredEntry::value), now).stream())
                .max(Duration::compareTo);
        for (var i = 0; i < limits.size() && wait.isEmpty(); i++) {
            var limit = limits.get(i);
            wait = count(limit, found.get(limit), now);
            if (wait.isPresent()) {
                limits.subList(0, i).forEach(earlier -> takeBack(earlier, now));
            }
        }
        return wait;
    }

    private static Optional<Duration> wait(Limit limit, Optional<byte[]> bytes, Instant now) {
        var recent = recent(limit, bytes, now);
        if (recent.size() < limit.allowed) {
            return Optional.empty();
        }
        var left =
                Duration.between(now, recent.get(recent.size() - limit.allowed).plus(limit.window));
        return Optional.of(
                Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds())));
    }

    private static List<Instant> recent(Limit limit, Optional<byte[]> bytes, Instant now) {
        var horizon = now.minus(limit.window);
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

    /** Empty, unless the limit has been reached since it was read. */
    private Optional<Duration> count(Limit limit, Optional<StoredEntry> found, Instant now) {
        var times = withOneMore(limit, found.map(StoredEntry::value), now);
        var read = found.map(StoredEntry::version).orElse(SessionStore.ABSENT);
        var counted = store.write(limit.entry(), read, EntryContent.of(times, limit.window));
        if (counted.isPresent()) {
            return Optional.empty();
        }
        // Somebody else was counted in between.
        var wait = new AtomicReference<Optional<Duration>>();
        store.update(limit.entry(), limit.window, bytes -> {
            wait.set(wait(limit, bytes, now));
            return wait.get().isPresent() ? bytes : Optional.of(withOneMore(limit, bytes, now));
        });
        return wait.get();
    }

    private static byte[] withOneMore(Limit limit, Optional<byte[]> bytes, Instant now) {
        var recent = recent(limit, bytes, now);
        recent.add(now);
        return bytes(recent);
    }

    private void takeBack(Limit limit, Instant time) {
        store.update(limit.entry(), limit.window, bytes -> {
            var times = recent(limit, bytes, time);
            times.remove(Instant.ofEpochMilli(time.toEpochMilli()));
            return times.isEmpty() ? Optional.empty() : Optional.of(bytes(times));
        });
    }

    private static byte[] bytes(List<Instant> times) {
        var bytes = ByteBuffer.allocate(Long.BYTES * times.size());
        times.forEach(time -> bytes.putLong(time.toEpochMilli()));
        return bytes.array();
    }
}

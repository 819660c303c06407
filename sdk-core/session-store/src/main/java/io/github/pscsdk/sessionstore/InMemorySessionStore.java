package io.github.pscsdk.sessionstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps everything in a map; what has expired is swept out once a minute by whoever writes. */
final class InMemorySessionStore implements SessionStore {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final AtomicReference<Instant> nextSweep;
    private final Clock clock;

    InMemorySessionStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.nextSweep = new AtomicReference<>(clock.instant().plus(SWEEP_EVERY));
    }

    private record Entry(byte[] value, long version, Instant expiresAt) {
        boolean livesAt(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.livesAt(now()))
                .map(entry -> new StoredEntry(entry.value.clone(), entry.version, entry.expiresAt));
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        sweepWhenDue();
        var now = now();
        var mine = entry(value, now.plus(lifetime));
        var kept = entries.compute(key, (k, old) -> old != null && old.livesAt(now) ? old : mine);
        return versionIf(kept == mine, mine);
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        var now = now();
        var mine = entry(value, now.plus(lifetime));
        var kept = entries.computeIfPresent(key, (k, old) -> old.version == version && old.livesAt(now) ? mine : old);
        return versionIf(kept == mine, mine);
    }

    private Entry entry(byte[] value, Instant expiresAt) {
        return new Entry(value.clone(), versions.incrementAndGet(), expiresAt);
    }

    private static OptionalLong versionIf(boolean isKept, Entry entry) {
        return isKept ? OptionalLong.of(entry.version) : OptionalLong.empty();
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        var now = now();
        var until = now.plus(lifetime);
        return entries.computeIfPresent(
                        key, (k, old) -> old.livesAt(now) ? new Entry(old.value, old.version, until) : null)
                != null;
    }

    @Override
    public boolean remove(String key, long version) {
        var now = now();
        var removed = new boolean[1];
        entries.computeIfPresent(key, (k, old) -> {
            removed[0] = old.version == version && old.livesAt(now);
            return removed[0] ? null : old;
        });
        return removed[0];
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    private void sweepWhenDue() {
        var now = now();
        var due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_EVERY))) {
            entries.values().removeIf(entry -> !entry.livesAt(now));
        }
    }

    /** Prints how many there are and nothing else: what is in here are secrets. */
    @Override
    public String toString() {
        return "InMemorySessionStore[" + entries.size() + " entries]";
    }
}

package io.github.pscsdk.relyingparty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Keeps everything in a map; what has expired is swept out once a minute by whoever writes. */
final class InMemorySessionStore implements SessionStore {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> nextSweep;
    private final Clock clock;

    InMemorySessionStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.nextSweep = new AtomicReference<>(clock.instant().plus(SWEEP_EVERY));
    }

    @Override
    public void put(String key, byte[] value, Instant expiresAt) {
        sweepWhenDue();
        entries.put(key, new Entry(value.clone(), expiresAt));
    }

    @Override
    public boolean replace(String key, byte[] value, Instant expiresAt) {
        var replacement = new Entry(value.clone(), expiresAt);
        return changeLiving(key, old -> replacement);
    }

    @Override
    public boolean renew(String key, Instant expiresAt) {
        return changeLiving(key, old -> new Entry(old.value, expiresAt));
    }

    private boolean changeLiving(String key, UnaryOperator<Entry> change) {
        var now = clock.instant();
        return entries.computeIfPresent(key, (k, old) -> old.livesAt(now) ? change.apply(old) : null) != null;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return living(entries.get(key));
    }

    @Override
    public Optional<byte[]> take(String key) {
        return living(entries.remove(key));
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    private Optional<byte[]> living(Entry entry) {
        return Optional.ofNullable(entry)
                .filter(e -> e.livesAt(clock.instant()))
                .map(e -> e.value.clone());
    }

    private void sweepWhenDue() {
        var now = clock.instant();
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

    private static final class Entry {
        private final byte[] value;
        private final Instant expiresAt;

        Entry(byte[] value, Instant expiresAt) {
            this.value = value;
            this.expiresAt = expiresAt;
        }

        boolean livesAt(Instant now) {
            return now.isBefore(expiresAt);
        }
    }
}

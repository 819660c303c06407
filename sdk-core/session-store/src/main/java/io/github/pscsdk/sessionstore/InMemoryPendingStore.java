package io.github.pscsdk.sessionstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;

/** Keeps everything in memory, ordered by what is due; what has expired is swept out by whoever adds. */
final class InMemoryPendingStore implements PendingStore {
    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> due =
            new TreeSet<>(Comparator.comparing(Entry::dueAt).thenComparing(Entry::version));
    private final TreeSet<Entry> ends =
            new TreeSet<>(Comparator.comparing(Entry::expiresAt).thenComparing(Entry::version));
    private long lastVersion;

    InMemoryPendingStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** @param dueAt {@link Instant#MAX} of what is finished */
    private record Entry(
            String kind, String key, byte[] value, long version, Instant dueAt, Instant expiresAt, boolean finished) {
        PendingEntry read() {
            return new PendingEntry(key, value.clone(), version, finished);
        }

        Entry due(Instant at, byte[] newValue, long newVersion) {
            return new Entry(kind, key, newValue, newVersion, at, expiresAt, false);
        }

        Entry finished(byte[] outcome, Instant until, long newVersion) {
            return new Entry(kind, key, outcome, newVersion, Instant.MAX, until, true);
        }
    }

    @Override
    public synchronized OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        var now = clock.instant();
        sweep(now);
        if (entries.containsKey(key)) {
            return OptionalLong.empty();
        }
        var added = new Entry(kind, key, value.clone(), ++lastVersion, now.plus(dueIn), now.plus(lifetime), false);
        keep(added);
        return OptionalLong.of(added.version);
    }

    private void sweep(Instant now) {
        while (!ends.isEmpty() && !now.isBefore(ends.first().expiresAt)) {
            drop(ends.first());
        }
    }

    private void keep(Entry entry) {
        entries.put(entry.key, entry);
        due.add(entry);
        ends.add(entry);
    }

    private void drop(Entry entry) {
        entries.remove(entry.key);
        due.remove(entry);
        ends.remove(entry);
    }

    @Override
    public synchronized List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        var now = clock.instant();
        sweep(now);
        var claimed = new ArrayList<Entry>();
        for (var entry : due) {
            if (now.isBefore(entry.dueAt) || claimed.size() == most) {
                break;
            }
            if (entry.kind.equals(kind)) {
                claimed.add(entry);
            }
        }
        return claimed.stream()
                .map(entry -> replaced(entry, entry.due(now.plus(lease), entry.value, ++lastVersion)))
                .map(Entry::read)
                .toList();
    }

    private Entry replaced(Entry old, Entry changed) {
        drop(old);
        keep(changed);
        return changed;
    }

    @Override
    public synchronized OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        var at = clock.instant().plus(dueIn);
        return change(key, version, entry -> entry.due(at, value.clone(), ++lastVersion))
                .map(entry -> OptionalLong.of(entry.version))
                .orElse(OptionalLong.empty());
    }

    @Override
    public synchronized boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        var until = clock.instant().plus(lifetime);
        return change(key, version, entry -> entry.finished(outcome.clone(), until, ++lastVersion))
                .isPresent();
    }

    private Optional<Entry> change(String key, long version, Function<Entry, Entry> change) {
        return living(key)
                .filter(entry -> entry.version == version && !entry.finished)
                .map(entry -> replaced(entry, change.apply(entry)));
    }

    private Optional<Entry> living(String key) {
        var now = clock.instant();
        return Optional.ofNullable(entries.get(key)).filter(entry -> now.isBefore(entry.expiresAt));
    }

    @Override
    public synchronized Optional<PendingEntry> find(String key) {
        return living(key).map(Entry::read);
    }

    @Override
    public synchronized boolean remove(String key, long version) {
        var found = living(key).filter(entry -> entry.version == version);
        found.ifPresent(this::drop);
        return found.isPresent();
    }

    @Override
    public synchronized int count(String kind, int most) {
        var now = clock.instant();
        return (int) entries.values().stream()
                .filter(entry -> entry.kind.equals(kind) && !entry.finished && now.isBefore(entry.expiresAt))
                .limit(most)
                .count();
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    /** Prints how many there are and nothing else: what is in here are secrets. */
    @Override
    public synchronized String toString() {
        return "InMemoryPendingStore[" + entries.size() + " entries]";
    }
}

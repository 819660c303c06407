package io.github.pscsdk.sessionstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Keeps everything in memory. Readers wait for nobody; writers sweep out what has expired. */
final class InMemorySessionStore implements SessionStore {
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final TreeSet<Entry> ends =
            new TreeSet<>(Comparator.comparing(Entry::expiresAt).thenComparing(Entry::number));
    private final TreeSet<Entry> due =
            new TreeSet<>(Comparator.comparing(Entry::dueAt).thenComparing(Entry::number));
    private final Map<String, TreeSet<String>> indices = new HashMap<>();
    private long lastVersion;
    private long lastNumber;

    InMemorySessionStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * An entry as it stands.
     *
     * @param number tells it from all others, also from itself before a change
     * @param dueAt {@link Instant#MAX} where nothing has to be done
     */
    private record Entry(
            String key, EntryContent content, long version, long number, Instant expiresAt, Instant dueAt) {
        boolean livesAt(Instant now) {
            return now.isBefore(expiresAt);
        }

        StoredEntry read() {
            return new StoredEntry(
                    key,
                    content.value().clone(),
                    version,
                    expiresAt,
                    content.kind().isPresent());
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private Optional<Entry> living(String key, Instant now) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.livesAt(now));
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return living(key, now()).map(Entry::read);
    }

    @Override
    public synchronized OptionalLong write(String key, long version, EntryContent content) {
        var now = now();
        sweep(now);
        if (living(key, now).map(Entry::version).orElse(ABSENT) != version) {
            return OptionalLong.empty();
        }
        var mine = content.in(byte[]::clone, UnaryOperator.identity());
        var dueAt = content.kind().map(work -> now.plus(content.dueIn())).orElse(Instant.MAX);
        keep(new Entry(key, mine, ++lastVersion, ++lastNumber, now.plus(content.lifetime()), dueAt));
        return OptionalLong.of(lastVersion);
    }

    private void sweep(Instant now) {
        while (!ends.isEmpty() && !ends.first().livesAt(now)) {
            drop(ends.first());
        }
    }

    private void keep(Entry entry) {
        // A reader meanwhile finds the old entry or the new one.
        var old = entries.put(entry.key, entry);
        if (old != null) {
            unlist(old);
        }
        ends.add(entry);
        entry.content.kind().ifPresent(work -> due.add(entry));
        entry.content
                .indices()
                .forEach(index ->
                        indices.computeIfAbsent(index, name -> new TreeSet<>()).add(entry.key));
    }

    private void drop(Entry entry) {
        entries.remove(entry.key);
        unlist(entry);
    }

    private void unlist(Entry entry) {
        ends.remove(entry);
        due.remove(entry);
        entry.content
                .indices()
                .forEach(index -> indices.computeIfPresent(index, (name, keys) -> {
                    keys.remove(entry.key);
                    return keys.isEmpty() ? null : keys;
                }));
    }

    @Override
    public synchronized boolean extend(String key, Duration lifetime) {
        var now = now();
        var found = living(key, now);
        found.ifPresent(entry ->
                keep(new Entry(key, entry.content, entry.version, ++lastNumber, now.plus(lifetime), entry.dueAt)));
        return found.isPresent();
    }

    @Override
    public synchronized boolean remove(String key, long version) {
        var found = living(key, now()).filter(entry -> entry.version == version);
        found.ifPresent(this::drop);
        return found.isPresent();
    }

    @Override
    public synchronized List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
        var now = now();
        sweep(now);
        var claimed = due.stream()
                .takeWhile(entry -> !now.isBefore(entry.dueAt))
                .filter(entry -> entry.content.kind().equals(Optional.of(kind)))
                .limit(most)
                .toList();
        return claimed.stream().map(entry -> leased(entry, now.plus(lease))).toList();
    }

    private StoredEntry leased(Entry entry, Instant until) {
        var mine = new Entry(entry.key, entry.content, ++lastVersion, ++lastNumber, entry.expiresAt, until);
        keep(mine);
        return mine.read();
    }

    @Override
    public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
        var page = page(index, after, most);
        page.forEach(found);
        return page.size() < most
                ? Optional.empty()
                : Optional.of(page.get(most - 1).key());
    }

    private synchronized List<StoredEntry> page(String index, Optional<String> after, int most) {
        var now = now();
        var all = indices.getOrDefault(index, new TreeSet<>());
        return after.<Set<String>>map(key -> all.tailSet(key, false)).orElse(all).stream()
                .map(entries::get)
                .filter(entry -> entry.livesAt(now))
                .limit(most)
                .map(Entry::read)
                .toList();
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    /** Prints how many there are and nothing else: what is in here are secrets. */
    @Override
    public String toString() {
        return "InMemorySessionStore[" + entries.size() + " entries]";
    }
}

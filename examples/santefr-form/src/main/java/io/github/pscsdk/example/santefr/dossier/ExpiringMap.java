package io.github.pscsdk.example.santefr.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map in memory whose entries expire, and whose size is bounded: the oldest entry goes first. A restart forgets
 * all, as it does with the sessions. Safe for any thread.
 *
 * @param <V> what is kept
 */
public final class ExpiringMap<V> {
    private record Entry<V>(V value, Instant end) {}

    private final Clock clock;
    private final Duration life;
    private final int most;
    // In the order in which they end, since all live equally long.
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    /** An empty one, for at most so many entries that live so long. */
    public ExpiringMap(Clock clock, Duration life, int most) {
        this.clock = clock;
        this.life = life;
        this.most = most;
    }

    /** Keeps it in the place of what was there under that key. */
    public synchronized void keep(String key, V value) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, clock.instant().plus(life)));
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** The value that is there under that key still. */
    public synchronized Optional<V> find(String key) {
        var now = clock.instant();
        entries.values().removeIf(entry -> !now.isBefore(entry.end));
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
}

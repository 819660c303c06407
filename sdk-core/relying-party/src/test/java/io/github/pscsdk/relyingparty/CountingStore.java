package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A store that tells which keys it holds, and lets a test look at what others see after each removal. */
class CountingStore implements SessionStore {
    private final SessionStore store;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private volatile Runnable afterRemoval = () -> {};

    CountingStore(SessionStore store) {
        this.store = store;
    }

    void afterRemoval(Runnable look) {
        afterRemoval = look;
    }

    Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** The sessions, with their tokens, that somebody could still read. */
    List<byte[]> sessions() {
        return keys.stream()
                .filter(key -> key.startsWith("psc/session/"))
                .flatMap(key -> store.find(key).map(StoredEntry::value).stream())
                .toList();
    }

    /** Changes the text of the entries of which the keys begin so. */
    void edit(String prefix, UnaryOperator<String> change) {
        keys.stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> store.update(
                        key,
                        Duration.ofDays(1),
                        bytes -> bytes.map(text -> change.apply(new String(text, StandardCharsets.UTF_8)))
                                .map(text -> text.getBytes(StandardCharsets.UTF_8))));
    }

    /** How many bytes it holds in all. */
    int size() {
        return keys.stream()
                .flatMap(key -> store.find(key).stream())
                .mapToInt(entry -> entry.value().length)
                .sum();
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return store.find(key);
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        keys.add(key);
        return store.putIfAbsent(key, value, lifetime);
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return store.compareAndSet(key, version, value, lifetime);
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return store.extend(key, lifetime);
    }

    @Override
    public boolean remove(String key, long version) {
        keys.remove(key);
        var removed = store.remove(key, version);
        afterRemoval.run();
        return removed;
    }

    @Override
    public boolean isInProcess() {
        return true;
    }
}

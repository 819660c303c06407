package io.github.pscsdk.relyingparty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** The tokens of sessions that somebody could still read. */
    List<byte[]> tokens() {
        return keys.stream()
                .filter(key -> key.startsWith("psc/tokens/"))
                .flatMap(key -> store.get(key).stream())
                .toList();
    }

    /** Changes the text of the entries of which the keys begin so. */
    void edit(String prefix, UnaryOperator<String> change) {
        keys.stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> store.replace(
                        key,
                        change.apply(new String(store.get(key).orElseThrow(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8),
                        Instant.MAX));
    }

    /** How many bytes it holds in all. */
    int size() {
        return keys.stream()
                .mapToInt(key -> store.get(key).map(bytes -> bytes.length).orElse(0))
                .sum();
    }

    @Override
    public void put(String key, byte[] value, Instant expiresAt) {
        keys.add(key);
        store.put(key, value, expiresAt);
    }

    @Override
    public boolean replace(String key, byte[] value, Instant expiresAt) {
        return store.replace(key, value, expiresAt);
    }

    @Override
    public boolean renew(String key, Instant expiresAt) {
        return store.renew(key, expiresAt);
    }

    @Override
    public Optional<byte[]> get(String key) {
        return store.get(key);
    }

    @Override
    public Optional<byte[]> take(String key) {
        keys.remove(key);
        var taken = store.take(key);
        afterRemoval.run();
        return taken;
    }

    @Override
    public void remove(String key) {
        keys.remove(key);
        store.remove(key);
        afterRemoval.run();
    }
}

package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A store that tells which keys it holds, and lets a test look at what others see after each removal. */
class CountingStore extends InterceptedStore {
    private final SessionStore store;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private volatile Runnable afterRemoval = () -> {};

    CountingStore(SessionStore store) {
        super(store);
        this.store = store;
    }

    void afterRemoval(Runnable look) {
        afterRemoval = look;
    }

    Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** The same but for how logins have ended, which is told for five minutes. */
    Set<String> kept() {
        return keys.stream().filter(key -> !key.startsWith("psc/login/")).collect(Collectors.toSet());
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
    protected <T> T call(Call call, String about, Supplier<T> work) {
        if (call == Call.WRITE) {
            keys.add(about);
        }
        if (call == Call.REMOVE) {
            keys.remove(about);
        }
        var result = work.get();
        if (call == Call.REMOVE) {
            afterRemoval.run();
        }
        return result;
    }
}

package io.github.pscsdk.sessionstore;

import java.time.Duration;
import java.util.Optional;

/** One try of {@link SessionStore#update}. */
final class Updates {
    /** How often an update is tried: with that many at once, somebody comes through each time. */
    static final int MOST = 1_000;

    private Updates() {}

    static boolean make(
            SessionStore store, String key, Optional<StoredEntry> before, Optional<byte[]> after, Duration lifetime) {
        if (after.isEmpty()) {
            return before.isEmpty() || store.remove(key, before.get().version());
        }
        return before.isEmpty()
                ? store.putIfAbsent(key, after.get(), lifetime).isPresent()
                : store.compareAndSet(key, before.get().version(), after.get(), lifetime)
                        .isPresent();
    }
}

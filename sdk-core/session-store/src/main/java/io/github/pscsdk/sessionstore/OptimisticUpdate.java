package io.github.pscsdk.sessionstore;

import java.time.Duration;
import java.util.Optional;

/** A change that is made if nobody else has changed the entry since it was read: one try of {@link SessionStore#update}. */
final class OptimisticUpdate {
    /** How often an update is tried: with that many at once, somebody comes through each time. */
    static final int MOST_TRIES = 1_000;

    private OptimisticUpdate() {}

    /** @return false where somebody else came between, so that nothing was changed */
    static boolean attempt(
            SessionStore store, String key, Optional<StoredEntry> before, Optional<byte[]> after, Duration lifetime) {
        var version = before.map(StoredEntry::version).orElse(SessionStore.ABSENT);
        return after.map(value -> store.write(key, version, EntryContent.of(value, lifetime))
                        .isPresent())
                .orElseGet(() -> before.isEmpty() || store.remove(key, version));
    }
}

package io.github.pscsdk.relyingparty.internal.store;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The host's store. Whatever it throws is a {@link StoreException}, so that it is not taken for a fault of what PSC sent. */
public final class GuardedStore implements SessionStore {
    private final SessionStore store;

    public GuardedStore(SessionStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    static <T> T guarded(Supplier<T> call) {
        try {
            return Objects.requireNonNull(call.get());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // Without its message and itself: they may quote a key.
            throw StoreException.unavailable(
                    "the session store failed by " + e.getClass().getName(), null);
        }
    }

    @Override
    public Instant now() {
        return guarded(store::now);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return guarded(() -> store.find(key));
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return guarded(() -> store.putIfAbsent(key, value, lifetime));
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return guarded(() -> store.compareAndSet(key, version, value, lifetime));
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return guarded(() -> store.extend(key, lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return guarded(() -> store.remove(key, version));
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }
}

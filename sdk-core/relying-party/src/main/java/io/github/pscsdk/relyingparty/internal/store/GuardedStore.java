package io.github.pscsdk.relyingparty.internal.store;

import static io.github.pscsdk.relyingparty.RelyingPartyListener.StoreOperation.READ;
import static io.github.pscsdk.relyingparty.RelyingPartyListener.StoreOperation.WRITE;

import io.github.pscsdk.relyingparty.internal.event.Events;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The host's store. Whatever it throws is a {@link io.github.pscsdk.sessionstore.StoreException}, so that it is not taken for a fault of what PSC sent. */
public final class GuardedStore implements SessionStore {
    private final SessionStore store;
    private final StoreGuard guard;

    /** @param events hear how long a store elsewhere takes */
    public GuardedStore(SessionStore store, Events events) {
        this.store = Objects.requireNonNull(store, "store");
        this.guard = new StoreGuard(store.isInProcess(), events);
    }

    @Override
    public Instant now() {
        return guard.call(READ, store::now);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return guard.call(READ, () -> store.find(key));
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return guard.call(WRITE, () -> store.putIfAbsent(key, value, lifetime));
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return guard.call(WRITE, () -> store.compareAndSet(key, version, value, lifetime));
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return guard.call(WRITE, () -> store.extend(key, lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return guard.call(WRITE, () -> store.remove(key, version));
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }
}

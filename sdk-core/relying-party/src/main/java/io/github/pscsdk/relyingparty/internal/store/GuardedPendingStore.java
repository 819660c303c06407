package io.github.pscsdk.relyingparty.internal.store;

import static io.github.pscsdk.relyingparty.RelyingPartyListener.StoreOperation.CLAIM;
import static io.github.pscsdk.relyingparty.RelyingPartyListener.StoreOperation.READ;
import static io.github.pscsdk.relyingparty.RelyingPartyListener.StoreOperation.WRITE;

import io.github.pscsdk.relyingparty.internal.event.Events;
import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The host's pending store, guarded as its {@link GuardedStore session store}. */
public final class GuardedPendingStore implements PendingStore {
    private final PendingStore store;
    private final StoreGuard guard;

    /** @param events hear how long a store elsewhere takes */
    public GuardedPendingStore(PendingStore store, Events events) {
        this.store = Objects.requireNonNull(store, "store");
        this.guard = new StoreGuard(store.isInProcess(), events);
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        return guard.call(WRITE, () -> store.add(kind, key, value, dueIn, lifetime));
    }

    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return guard.call(CLAIM, () -> store.claimDue(kind, node, lease, most));
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return guard.call(WRITE, () -> store.reschedule(key, version, value, dueIn));
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return guard.call(WRITE, () -> store.finish(key, version, outcome, lifetime));
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return guard.call(READ, () -> store.find(key));
    }

    @Override
    public boolean remove(String key, long version) {
        return guard.call(WRITE, () -> store.remove(key, version));
    }

    @Override
    public int count(String kind, int most) {
        return guard.call(READ, () -> store.count(kind, most));
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }
}

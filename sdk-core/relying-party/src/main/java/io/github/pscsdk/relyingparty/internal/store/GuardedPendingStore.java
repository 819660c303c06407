package io.github.pscsdk.relyingparty.internal.store;

import static io.github.pscsdk.relyingparty.internal.store.GuardedStore.guarded;

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

    public GuardedPendingStore(PendingStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        return guarded(() -> store.add(kind, key, value, dueIn, lifetime));
    }

    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return guarded(() -> store.claimDue(kind, node, lease, most));
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return guarded(() -> store.reschedule(key, version, value, dueIn));
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return guarded(() -> store.finish(key, version, outcome, lifetime));
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return guarded(() -> store.find(key));
    }

    @Override
    public boolean remove(String key, long version) {
        return guarded(() -> store.remove(key, version));
    }

    @Override
    public int count(String kind, int most) {
        return guarded(() -> store.count(kind, most));
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }
}

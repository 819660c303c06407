package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A node's way to a pending store that is elsewhere, and that may be cut. */
final class FragilePendingStore implements PendingStore {
    private final PendingStore store;
    private volatile boolean cut;

    FragilePendingStore(PendingStore store) {
        this.store = store;
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    private PendingStore way() {
        if (cut) {
            throw new IllegalStateException("the way is cut");
        }
        return store;
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        return way().add(kind, key, value, dueIn, lifetime);
    }

    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return way().claimDue(kind, node, lease, most);
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return way().reschedule(key, version, value, dueIn);
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return way().finish(key, version, outcome, lifetime);
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return way().find(key);
    }

    @Override
    public boolean remove(String key, long version) {
        return way().remove(key, version);
    }

    @Override
    public int count(String kind, int most) {
        return way().count(kind, most);
    }

    @Override
    public boolean isEncrypted() {
        // As a store elsewhere has to be; what is tested here is the way to it.
        return true;
    }
}

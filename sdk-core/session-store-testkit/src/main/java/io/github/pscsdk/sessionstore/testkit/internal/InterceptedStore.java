package io.github.pscsdk.sessionstore.testkit.internal;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A store over another one, of which a test sees, delays or fails the calls. As many threads at once as the other one.
 */
public abstract class InterceptedStore implements SessionStore {
    private final SessionStore store;

    /** @param store does the work */
    protected InterceptedStore(SessionStore store) {
        this.store = store;
    }

    /** Which method of a {@link SessionStore} is called. */
    public enum Call {
        NOW,
        FIND,
        WRITE,
        EXTEND,
        REMOVE,
        CLAIM_DUE,
        LIST
    }

    /** A call, instead of which this one runs; {@code about} is its key, kind or index, or empty. */
    protected abstract <T> T call(Call call, String about, Supplier<T> work);

    @Override
    public Instant now() {
        return call(Call.NOW, "", store::now);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return call(Call.FIND, key, () -> store.find(key));
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        return call(Call.WRITE, key, () -> store.write(key, version, content));
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return call(Call.EXTEND, key, () -> store.extend(key, lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return call(Call.REMOVE, key, () -> store.remove(key, version));
    }

    @Override
    public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
        return call(Call.CLAIM_DUE, kind, () -> store.claimDue(kind, node, lease, most));
    }

    @Override
    public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
        return call(Call.LIST, index, () -> store.list(index, after, most, found));
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public boolean isEncrypted() {
        return store.isEncrypted();
    }

    @Override
    public void check() {
        store.check();
    }

    @Override
    public String toString() {
        return "Intercepted[" + store + "]";
    }
}

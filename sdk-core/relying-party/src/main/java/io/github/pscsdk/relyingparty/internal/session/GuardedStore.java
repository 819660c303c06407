package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.async.Events.StoreOperation.CLAIM;
import static io.github.pscsdk.relyingparty.internal.async.Events.StoreOperation.READ;
import static io.github.pscsdk.relyingparty.internal.async.Events.StoreOperation.WRITE;

import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.StoreOperation;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The host's store: whatever it throws is a {@link StoreException}; events tell how long a store elsewhere takes. */
public record GuardedStore(SessionStore store, Events events) implements SessionStore {
    public GuardedStore {
        Objects.requireNonNull(store, "store");
    }

    private <T> T call(StoreOperation operation, Supplier<T> call) {
        if (store.isInProcess()) {
            return guarded(call);
        }
        var begun = System.nanoTime();
        try {
            var result = guarded(call);
            tell(operation, Events.DONE, begun);
            return result;
        } catch (StoreException e) {
            tell(operation, e.problem().code(), begun);
            throw e;
        }
    }

    private void tell(StoreOperation operation, String outcome, long begun) {
        var duration = Duration.ofNanos(System.nanoTime() - begun);
        events.storeCalled(operation, outcome, duration);
    }

    private static <T> T guarded(Supplier<T> call) {
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
        return call(READ, store::now);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return call(READ, () -> store.find(key));
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        return call(WRITE, () -> store.write(key, version, content));
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return call(WRITE, () -> store.extend(key, lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return call(WRITE, () -> store.remove(key, version));
    }

    @Override
    public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
        return call(CLAIM, () -> store.claimDue(kind, node, lease, most));
    }

    @Override
    public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
        var page = new ArrayList<StoredEntry>();
        var next = call(READ, () -> store.list(index, after, most, page::add));
        page.forEach(found);
        return next;
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }

    @Override
    public String place() {
        return store.place();
    }
}

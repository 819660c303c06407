package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A node's way to a store that is elsewhere, and that may be cut, or hang. */
class FragileStore implements SessionStore {
    private final TestTime time;
    private final SessionStore store;
    private volatile boolean cut;
    private volatile Optional<CompletableFuture<Void>> hanging = Optional.empty();
    private final AtomicInteger hung = new AtomicInteger();
    private final AtomicLong callsLeft = new AtomicLong(Long.MAX_VALUE);

    FragileStore(TestTime time, SessionStore store) {
        this.time = time;
        this.store = store;
    }

    /** From now on, each call fails. */
    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
        hanging.ifPresent(calls -> calls.complete(null));
        hanging = Optional.empty();
    }

    /** So many calls succeed, and from then on each fails. */
    void cutAfter(int calls) {
        callsLeft.set(calls);
    }

    boolean isCut() {
        return cut;
    }

    /** From now on, each call hangs until it is mended. */
    void hang() {
        hanging = Optional.of(new CompletableFuture<>());
    }

    /** How many calls hang now. */
    int hanging() {
        return hung.get();
    }

    private void hangUntil(CompletableFuture<Void> mended) {
        hung.incrementAndGet();
        time.hold(mended);
        hung.decrementAndGet();
    }

    private <T> T call(Supplier<T> call) {
        hanging.ifPresent(this::hangUntil);
        if (callsLeft.getAndDecrement() == 0) {
            cut = true;
        }
        if (cut) {
            throw new IllegalStateException("the way is cut");
        }
        return call.get();
    }

    @Override
    public Instant now() {
        return call(store::now);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return call(() -> store.find(key));
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return call(() -> store.putIfAbsent(key, value, lifetime));
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return call(() -> store.compareAndSet(key, version, value, lifetime));
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return call(() -> store.extend(key, lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return call(() -> store.remove(key, version));
    }

    @Override
    public boolean isEncrypted() {
        // As a store elsewhere has to be; what is tested here is the way to it.
        return true;
    }
}

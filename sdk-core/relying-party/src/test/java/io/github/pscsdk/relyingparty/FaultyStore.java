package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A node's way to a store that is elsewhere, on which single calls fail, lose their answer or are held. */
final class FaultyStore implements SessionStore {
    enum Call {
        FIND,
        PUT_IF_ABSENT,
        COMPARE_AND_SET,
        EXTEND,
        REMOVE
    }

    private record Fault(Call call, String prefix, AtomicInteger times, Consumer<Supplier<?>> before, Runnable after) {
        boolean isAt(Call other, String key) {
            return call == other && key.startsWith(prefix) && times.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
        }
    }

    /** A call that does not go on before the test says so. */
    static final class Held {
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        void goOn() {
            end.complete(null);
        }

        void fail() {
            end.completeExceptionally(new IllegalStateException("the connection was dead"));
        }
    }

    private final TestTime time;
    private final SessionStore store;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger failed = new AtomicInteger();

    FaultyStore(TestTime time, SessionStore store) {
        this.time = time;
        this.store = store;
    }

    /** So many such calls fail, and do nothing. */
    void fail(Call call, String prefix, int times) {
        faults.add(new Fault(call, prefix, new AtomicInteger(times), work -> away(), () -> {}));
    }

    /** Until it is mended. */
    void fail(Call call, String prefix) {
        fail(call, prefix, Integer.MAX_VALUE);
    }

    /** The next such call is done, and fails all the same. */
    void loseAnswer(Call call, String prefix) {
        faults.add(new Fault(call, prefix, new AtomicInteger(1), work -> {}, this::away));
    }

    /** The next such call fails, and is done when the result is asked for. */
    Supplier<?> defer(Call call, String prefix) {
        var deferred = new AtomicReference<Supplier<?>>();
        faults.add(new Fault(
                call,
                prefix,
                new AtomicInteger(1),
                work -> {
                    deferred.set(work);
                    away();
                },
                () -> {}));
        return () -> deferred.get().get();
    }

    /** The next such call is held. */
    Held hold(Call call, String prefix) {
        var held = new Held();
        faults.add(new Fault(call, prefix, new AtomicInteger(1), work -> time.hold(held.end), () -> {}));
        return held;
    }

    void mend() {
        faults.clear();
    }

    /** How many calls have failed. */
    int failed() {
        return failed.get();
    }

    /** How many such calls were done. */
    long done(Call call, String prefix) {
        return done.stream().filter(line -> line.startsWith(call + prefix)).count();
    }

    private void away() {
        failed.incrementAndGet();
        throw new IllegalStateException("the way is cut");
    }

    private <T> T call(Call call, String key, Supplier<T> work) {
        var fault = faults.stream().filter(known -> known.isAt(call, key)).findFirst();
        fault.ifPresent(known -> known.before.accept(work));
        var result = work.get();
        fault.ifPresent(known -> known.after.run());
        done.add(call + key);
        return result;
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return call(Call.FIND, key, () -> store.find(key));
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return call(Call.PUT_IF_ABSENT, key, () -> store.putIfAbsent(key, value, lifetime));
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return call(Call.COMPARE_AND_SET, key, () -> store.compareAndSet(key, version, value, lifetime));
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
    public boolean isEncrypted() {
        // As a store elsewhere has to be; what is tested here is the way to it.
        return true;
    }
}

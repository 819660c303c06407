package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A node's way to a pending store that is elsewhere: it may be cut, lose the answer of one call, or hold it back. */
final class FragilePendingStore implements PendingStore {
    /** What a test may count and disturb. */
    enum Call {
        ADD,
        CLAIM_DUE,
        RESCHEDULE,
        FINISH,
        FIND,
        REMOVE,
        COUNT
    }

    private final TestTime time;
    private final PendingStore store;
    private final Map<Call, Integer> done = new ConcurrentHashMap<>();
    private final Map<Call, Integer> failing = new ConcurrentHashMap<>();
    private final Map<Call, CompletableFuture<Void>> holds = new ConcurrentHashMap<>();
    private volatile Optional<Call> lost = Optional.empty();
    private volatile boolean cut;

    /** A way to a store in this process, in that time. */
    FragilePendingStore(TestTime time) {
        this(time, PendingStore.inMemory(time.clock));
    }

    FragilePendingStore(TestTime time, PendingStore store) {
        this.time = time;
        this.store = store;
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /** The next calls of that kind do nothing, and fail. */
    void failNext(Call call, int times) {
        failing.put(call, times);
    }

    /** The next call of that kind does its work, and fails all the same. */
    void loseNextAnswer(Call call) {
        lost = Optional.of(call);
    }

    /** The next call of that kind does nothing before the result is completed. */
    CompletableFuture<Void> holdNext(Call call) {
        var hold = new CompletableFuture<Void>();
        holds.put(call, hold);
        return hold;
    }

    /** How many calls of that kind have done their work. */
    int count(Call call) {
        return done.getOrDefault(call, 0);
    }

    private <T> T call(Call call, Supplier<T> work) {
        Optional.ofNullable(holds.remove(call)).ifPresent(time::hold);
        var fails = failing.computeIfPresent(call, (key, left) -> left - 1);
        if (cut || fails != null && fails >= 0) {
            throw new IllegalStateException("the way is cut");
        }
        var result = work.get();
        done.merge(call, 1, Integer::sum);
        if (lost.isPresent() && lost.get() == call) {
            lost = Optional.empty();
            throw new IllegalStateException("the answer is lost");
        }
        return result;
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        return call(Call.ADD, () -> store.add(kind, key, value, dueIn, lifetime));
    }

    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return call(Call.CLAIM_DUE, () -> store.claimDue(kind, node, lease, most));
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return call(Call.RESCHEDULE, () -> store.reschedule(key, version, value, dueIn));
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return call(Call.FINISH, () -> store.finish(key, version, outcome, lifetime));
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return call(Call.FIND, () -> store.find(key));
    }

    @Override
    public boolean remove(String key, long version) {
        return call(Call.REMOVE, () -> store.remove(key, version));
    }

    @Override
    public int count(String kind, int most) {
        return call(Call.COUNT, () -> store.count(kind, most));
    }

    @Override
    public boolean isEncrypted() {
        // As a store elsewhere has to be; what is tested here is the way to it.
        return true;
    }
}

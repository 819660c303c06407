package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that the engine takes for that of a server: it counts its calls, and can be away. */
final class ObservedStore extends InterceptedStore {
    /** The store's clock, which tests may move forward. */
    final VirtualClock clock;

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger loginWrites = new AtomicInteger();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
    private volatile boolean isAway;
    private volatile CountDownLatch held = new CountDownLatch(0);

    ObservedStore() {
        this(VirtualClock.running(Clock.systemUTC()));
    }

    private ObservedStore(VirtualClock clock) {
        super(SessionStore.inMemory(clock));
        this.clock = clock;
    }

    StoreSource source() {
        return StoreSource.of(this);
    }

    /** From now on each call fails. */
    void goAway() {
        isAway = true;
    }

    /** From now on no call comes back. */
    void hang() {
        held = new CountDownLatch(1);
    }

    /** The next new entry of that kind is kept, and the call fails all the same. */
    void loseAnswerTo(String kind) {
        unanswered.add(kind);
    }

    /** The next change of an entry of that kind fails, be it made all the same or not. */
    void failChangeOf(String kind, boolean isMade) {
        failing.put(kind, isMade);
    }

    /** Whether such a change has failed. */
    boolean hasFailedChangeOf(String kind) {
        return !failing.containsKey(kind);
    }

    /** Whether a call failed on such an entry while it was away. */
    boolean hasRefused(String kind) {
        return refused.contains(kind);
    }

    void comeBack() {
        isAway = false;
        held.countDown();
    }

    void forget() {
        reads.set(0);
        writes.set(0);
        loginWrites.set(0);
    }

    int reads() {
        return reads.get();
    }

    /** But for those of logins that wait. */
    int writes() {
        return writes.get();
    }

    /** How many writes were about logins that wait for their professional. */
    int loginWrites() {
        return loginWrites.get();
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        var kind = kind(key);
        var isMade = version == ABSENT || isAway ? null : failing.remove(kind);
        if (Boolean.FALSE.equals(isMade)) {
            throw StoreException.unavailable("it was not made", null);
        }
        var answer = super.write(key, version, content);
        if (Boolean.TRUE.equals(isMade) || version == ABSENT && unanswered.remove(kind)) {
            throw StoreException.unavailable("the answer was lost", null);
        }
        return answer;
    }

    @Override
    protected <T> T call(Call call, String about, Supplier<T> work) {
        if (isAway) {
            refused.add(kind(about));
            throw StoreException.unavailable("away", null);
        }
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unavailable("interrupted", null);
        }
        // The watch looks every few seconds, whoever calls.
        if (!Thread.currentThread().getName().equals("proxy-store-watch")) {
            count(call, about);
        }
        return work.get();
    }

    private void count(Call call, String about) {
        switch (call) {
            case FIND, NOW -> reads.incrementAndGet();
            case WRITE, EXTEND, REMOVE -> (about.startsWith("psc/login/") ? loginWrites : writes).incrementAndGet();
            default -> {
                // Somebody looks for what is due every few seconds, whoever calls.
            }
        }
    }

    /** A key without its last part. */
    private static String kind(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isInProcess() {
        return false;
    }

    @Override
    public boolean isEncrypted() {
        return true;
    }
}

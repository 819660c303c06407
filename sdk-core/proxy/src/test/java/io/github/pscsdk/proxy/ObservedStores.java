package io.github.pscsdk.proxy;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.VirtualClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Stores that the engine takes for those of a server: they count their calls, and can be away. */
final class ObservedStores {
    private static final Set<String> READS = Set.of("find", "now");
    private static final Set<String> WRITES = Set.of("putIfAbsent", "compareAndSet", "extend", "remove");
    private static final Set<String> PENDING_WRITES = Set.of("add", "reschedule", "finish");

    /** That of the stores, which tests may move forward. */
    final VirtualClock clock = VirtualClock.running(Clock.systemUTC());

    private final SessionStore sessions = observed(SessionStore.class, SessionStore.inMemory(clock));
    private final PendingStore pending = observed(PendingStore.class, PendingStore.inMemory(clock));
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
    private volatile boolean isAway;
    private volatile CountDownLatch held = new CountDownLatch(0);

    StoreSource source() {
        return StoreSource.of(sessions, pending);
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

    /** Whether a call failed on such an entry while the stores were away. */
    boolean hasRefused(String kind) {
        return refused.contains(kind);
    }

    void comeBack() {
        isAway = false;
        held.countDown();
    }

    void forget() {
        calls.clear();
    }

    int reads() {
        return sum(READS);
    }

    int writes() {
        return sum(WRITES);
    }

    /** Those of what has to be done later. */
    int pendingWrites() {
        return sum(PENDING_WRITES);
    }

    private int sum(Set<String> names) {
        return names.stream().mapToInt(name -> calls.getOrDefault(name, 0)).sum();
    }

    private <T> T observed(Class<T> type, T store) {
        InvocationHandler handler = (self, method, arguments) -> switch (method.getName()) {
            case "isInProcess" -> false;
            case "isEncrypted" -> true;
            default -> called(self, store, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object called(Object self, Object store, Method method, Object... arguments) throws Throwable {
        var kind = kind(arguments);
        if (isAway) {
            refused.add(kind);
            throw StoreException.unavailable("away", null);
        }
        held.await();
        if (method.isDefault()) {
            // What it is made of is counted.
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        // The watch looks every few seconds, whoever calls.
        var isCounted = store instanceof SessionStore || PENDING_WRITES.contains(method.getName());
        if (isCounted && !Thread.currentThread().getName().equals("proxy-store-watch")) {
            calls.merge(method.getName(), 1, Integer::sum);
        }
        var isMade = method.getName().equals("compareAndSet") ? failing.remove(kind) : null;
        try {
            if (Boolean.FALSE.equals(isMade)) {
                throw StoreException.unavailable("it was not made", null);
            }
            var answer = method.invoke(store, arguments);
            if (Boolean.TRUE.equals(isMade)) {
                throw StoreException.unavailable("the answer was lost", null);
            }
            if (method.getName().equals("putIfAbsent") && unanswered.remove(kind)) {
                throw StoreException.unavailable("the answer was lost", null);
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A key without its last part; of a call without one, nothing. */
    private static String kind(Object... arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String key
                ? key.substring(0, key.lastIndexOf('/') + 1)
                : "";
    }
}

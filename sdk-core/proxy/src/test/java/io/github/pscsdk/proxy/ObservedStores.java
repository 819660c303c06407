package io.github.pscsdk.proxy;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
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

    private final SessionStore sessions = observed(SessionStore.class, SessionStore.inMemory(Clock.systemUTC()));
    private final PendingStore pending = observed(PendingStore.class, PendingStore.inMemory(Clock.systemUTC()));
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
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
        if (isAway) {
            throw StoreException.unavailable("away", null);
        }
        held.await();
        if (method.isDefault()) {
            // What it is made of is counted.
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        if (store instanceof SessionStore || PENDING_WRITES.contains(method.getName())) {
            calls.merge(method.getName(), 1, Integer::sum);
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

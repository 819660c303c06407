package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.pluginhost.GuardedAuthenticator.Attempt;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.PersonDialog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A context as the engine lends it to one attempt. Where the engine would refuse a call, this one notes and serves it. */
final class ContractAttempt implements Attempt {
    /** What the engine answers by itself. */
    private static final Set<String> OF_ENGINE =
            Set.of("await", "clock", "deadline", "isLastWay", "dialog", "holder", "watch");

    private final TestContext context;
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<String> misuses = new ConcurrentSkipListSet<>();
    private final AtomicInteger callsOfHost = new AtomicInteger();
    private volatile boolean over;

    ContractAttempt(TestContext context) {
        this.context = context;
    }

    @Override
    public AuthenticationContext begin() {
        thread.set(Thread.currentThread());
        return lent(AuthenticationContext.class, context);
    }

    @Override
    public boolean isWithHost() {
        return calls.get() > 0;
    }

    @Override
    public boolean isCancelledByHost() {
        return false;
    }

    /** From here on the attempt is over. */
    void end() {
        over = true;
    }

    /** Which methods were called on another thread, or after the attempt. */
    Set<String> misuses() {
        return new TreeSet<>(misuses);
    }

    /** How often the host or the server half was told or asked something. */
    int callsOfHost() {
        return callsOfHost.get();
    }

    private <T> T lent(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (over || Thread.currentThread() != thread.get()) {
            misuses.add(method.getName());
        }
        if (!OF_ENGINE.contains(method.getName())) {
            callsOfHost.incrementAndGet();
        }
        calls.incrementAndGet();
        try {
            var result = method.invoke(target, arguments);
            return result instanceof PersonDialog dialog ? lent(PersonDialog.class, dialog) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            calls.decrementAndGet();
        }
    }
}

package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.Attempt;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Grant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One login through the engine's guard, on a separate thread. A call that the engine would refuse is noted. */
final class ContractLogin implements Attempt {
    private static final Set<String> OF_ENGINE =
            Set.of("await", "clock", "deadline", "isLastWay", "dialog", "holder", "watch");

    private static final Set<String> TOLD_TO_HOST = Set.of("waitingForDevice", "progress", "notice");

    private final boolean hostThrows;
    private final FutureTask<Grant> login;
    private final Thread thread;
    private final Duration patience;
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<String> misuses = new ConcurrentSkipListSet<>();
    private final AtomicInteger callsOfHost = new AtomicInteger();
    private volatile boolean over;

    /** Begins a login; {@code hostThrows} whenever it is told or asked something, unless the server half is asked. */
    ContractLogin(
            GuardedAuthenticator authenticator,
            AuthenticationRequest request,
            TestContext context,
            boolean hostThrows,
            Duration patience) {
        this.hostThrows = hostThrows;
        this.patience = patience;
        this.login = new FutureTask<>(() -> {
            try {
                return authenticator.authenticate(request, lent(AuthenticationContext.class, context), this);
            } finally {
                over = true;
            }
        });
        this.thread = new Thread(login, "contract-login");
        thread.setDaemon(true);
        thread.start();
    }

    boolean hasEnded() {
        return login.isDone();
    }

    ContractLogin interrupt() {
        thread.interrupt();
        return this;
    }

    void endBy(Duration limit) throws InterruptedException {
        try {
            login.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            interrupt();
            thread.join(patience.toMillis());
        } catch (ExecutionException e) {
            // It has ended: how, is not of interest here.
        }
    }

    Grant grant() throws InterruptedException {
        return grant("");
    }

    Grant grant(String when) throws InterruptedException {
        try {
            return await();
        } catch (ExecutionException e) {
            throw new AssertionError("the login failed" + when, e.getCause());
        }
    }

    Throwable failure() throws InterruptedException {
        try {
            await();
            throw new AssertionError("the login ended with a grant");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause(), "cause");
        }
    }

    Problem problem() throws InterruptedException {
        var failure = failure();
        if (failure instanceof PscException known) {
            return known.problem();
        }
        throw new AssertionError("the login ended with no problem that a host could tell", failure);
    }

    /** Waits for its end: by a grant, or with a problem that a person can do something about. */
    void assertEndsWell(String where) throws InterruptedException {
        try {
            grant();
        } catch (AssertionError e) {
            assertFalse(
                    !(e.getCause() instanceof PscException known) || ContractHost.isOfGuard(known.problem()),
                    "it fails without a problem of its own " + where);
        }
    }

    /** The methods of the context that were called on another thread or after the attempt, so far. */
    Set<String> misuses() {
        return new TreeSet<>(misuses);
    }

    /** The number of calls so far by which it told or asked the host or the server half something. */
    int callsOfHost() {
        return callsOfHost.get();
    }

    @Override
    public void begin() {
        owner.set(Thread.currentThread());
    }

    @Override
    public boolean isWithHost() {
        return calls.get() > 0;
    }

    @Override
    public boolean isCancelledByHost() {
        return false;
    }

    private <T> T lent(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (over || Thread.currentThread() != owner.get()) {
            misuses.add(method.getName());
        }
        if (!OF_ENGINE.contains(method.getName())) {
            callsOfHost.incrementAndGet();
        }
        if (hostThrows && (target instanceof LoginDialog || TOLD_TO_HOST.contains(method.getName()))) {
            throw new IllegalStateException("a host that throws");
        }
        calls.incrementAndGet();
        try {
            var result = method.invoke(target, arguments);
            return result instanceof LoginDialog dialog ? lent(LoginDialog.class, dialog) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            calls.decrementAndGet();
        }
    }

    private Grant await() throws InterruptedException, ExecutionException {
        try {
            return login.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Twice: one that swallows the first interrupt may hear the second.
            login.cancel(true);
            throw new AssertionError("the login does not end", e);
        }
    }
}

package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One login on a separate thread, for the contract to interrupt and to wait for. */
final class ContractLogin {
    // What is started on the login's thread is in its group, and so can be told from the threads of other tests.
    private final ThreadGroup group = new ThreadGroup("contract-login");
    private final FutureTask<Grant> login;
    private final Thread thread;
    private final Duration patience;

    private ContractLogin(FutureTask<Grant> login, Duration patience) {
        this.login = login;
        this.thread = new Thread(group, login, "contract-login");
        this.patience = patience;
    }

    static ContractLogin start(
            Authenticator authenticator, AuthenticationRequest request, TestContext context, Duration patience) {
        var started = new ContractLogin(new FutureTask<>(() -> authenticator.authenticate(request, context)), patience);
        started.thread.start();
        return started;
    }

    boolean hasEnded() {
        return login.isDone();
    }

    ContractLogin interrupt() {
        thread.interrupt();
        return this;
    }

    /** Waits for the grant. */
    Grant grant() throws InterruptedException {
        try {
            return await();
        } catch (ExecutionException e) {
            throw new AssertionError("the login failed", e.getCause());
        }
    }

    /** Waits for the exception of the login. */
    Throwable failure() throws InterruptedException {
        try {
            await();
            throw new AssertionError("the login ended with a grant");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** The non-daemon threads that the login started and that do not end. They keep an application alive. */
    List<Thread> threadsLeft() throws InterruptedException {
        thread.join(patience.toMillis());
        var left = new Thread[group.activeCount() + 8];
        var count = group.enumerate(left);
        var stubborn =
                Arrays.stream(left, 0, count).filter(other -> !other.isDaemon()).toList();
        for (var other : stubborn) {
            other.join(patience.toMillis());
        }
        return stubborn.stream().filter(Thread::isAlive).toList();
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

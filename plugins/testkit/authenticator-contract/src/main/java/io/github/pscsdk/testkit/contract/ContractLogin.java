package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Grant;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One login through the engine's guard, on a separate thread, for the contract to interrupt and to wait for. */
final class ContractLogin {
    private final ContractAttempt attempt;
    private final FutureTask<Grant> login;
    private final Thread thread;
    private final Duration patience;

    private ContractLogin(ContractAttempt attempt, FutureTask<Grant> login, Duration patience) {
        this.attempt = attempt;
        this.login = login;
        this.thread = new Thread(login, "contract-login");
        this.patience = patience;
    }

    static ContractLogin start(
            GuardedAuthenticator authenticator, AuthenticationRequest request, TestContext context, Duration patience) {
        var attempt = new ContractAttempt(context);
        var started = new ContractLogin(
                attempt,
                new FutureTask<>(() -> {
                    try {
                        return authenticator.authenticate(request, attempt);
                    } finally {
                        attempt.end();
                    }
                }),
                patience);
        started.thread.setDaemon(true);
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

    /** Waits for its end, well or not; interrupts it at the limit. */
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

    /** Waits for the grant. */
    Grant grant() throws InterruptedException {
        return grant("");
    }

    /**
     * Waits for the grant.
     *
     * @param when for the message: when it failed, and what to change
     */
    Grant grant(String when) throws InterruptedException {
        try {
            return await();
        } catch (ExecutionException e) {
            throw new AssertionError("the login failed" + when, e.getCause());
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

    /** Waits for the problem that the host is told. */
    Problem problem() throws InterruptedException {
        var failure = failure();
        if (failure instanceof PscException known) {
            return known.problem();
        }
        throw new AssertionError("the login ended with no problem that a host could tell", failure);
    }

    /** Which methods of its context were called on another thread or after the attempt, so far. */
    Set<String> misuses() {
        return attempt.misuses();
    }

    /** How often it told or asked the host or the server half something, so far. */
    int callsOfHost() {
        return attempt.callsOfHost();
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

package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.session.WorkstationSession;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** The future of a login: whoever completes it from outside, by cancelling or by a timeout, interrupts the work. */
final class AsyncLogin extends CompletableFuture<AuthenticationSession> {
    private final Callable<WorkstationSession> login;
    private final Executor executor;
    private final FutureTask<Void> work = new FutureTask<>(this::run, null) {
        @Override
        public void run() {
            super.run();
            // The interrupt was for the login; the executor's thread goes on to other work.
            if (isCancelled()) {
                Thread.interrupted();
            }
        }
    };

    private AsyncLogin(Callable<WorkstationSession> login, Executor executor) {
        this.login = login;
        this.executor = executor;
    }

    static AsyncLogin start(Callable<WorkstationSession> login, Executor executor) {
        var future = new AsyncLogin(login, executor);
        try {
            executor.execute(future.work);
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        // CompletableFuture never interrupts the work, whatever the flag says; so we do.
        var cancelled = super.cancel(true);
        work.cancel(true);
        return cancelled;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        var completed = super.completeExceptionally(failure);
        work.cancel(true);
        return completed;
    }

    private void run() {
        try {
            var session = login.call();
            if (!complete(session)) {
                // Cancelled after the login was done: no caller will get the session.
                session.abandon();
            }
        } catch (InterruptedException e) {
            // A caller who cancels has completed it before; one who shuts the executor down has not.
            var isShutDown = executor instanceof ExecutorService service && service.isShutdown();
            super.completeExceptionally(
                    isShutDown
                            ? new CancellationException("the executor of a login was shut down")
                            : new PscException(
                                    PluginProblem.PLUGIN_FAILED,
                                    "something interrupted the thread of a login that nobody had cancelled"));
        } catch (Throwable e) {
            super.completeExceptionally(e);
        }
    }
}

package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.PscException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few daemon threads for the calls that block while Pro Santé Connect or an authorization server answers. */
public final class Workers implements AutoCloseable {
    private static final int THREADS = 8;

    private final ThreadPoolExecutor threads;

    /** Starts no thread before the first call. */
    public Workers() {
        var number = new AtomicInteger();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "proxy-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** A call that blocks. */
    @FunctionalInterface
    public interface Call<T> {
        /** Makes it. */
        T make() throws PscException, InterruptedException;
    }

    /**
     * Makes the call on a worker. Its exception is the future's; an interruption, which only {@link #close} causes, is a
     * {@link CancellationException}.
     */
    public <T> CompletableFuture<T> call(Call<T> call) {
        var result = new CompletableFuture<T>();
        try {
            threads.execute(() -> make(call, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new CancellationException("the proxy stops"));
        }
        return result;
    }

    private static <T> void make(Call<T> call, CompletableFuture<T> result) {
        try {
            result.complete(call.make());
        } catch (InterruptedException e) {
            // Ours is a pool thread: it ends here, and the pool restores what it needs.
            Thread.currentThread().interrupt();
            result.completeExceptionally(new CancellationException("the proxy stops"));
        } catch (PscException | RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Interrupts what is going on and takes nothing more; what still waited in line is cancelled. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(Runnable::run);
    }
}

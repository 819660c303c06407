package io.github.pscsdk.sessionstore;

import io.github.pscsdk.time.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work that calls a store, for hosts that may not block: on the calling thread, where the store is in this process; else on one of {@value #THREADS} daemon threads, and
 * for {@link #LIMIT} at most. Safe for any thread.
 */
public final class StoreCalls implements AutoCloseable {
    /** How many calls of stores elsewhere go on at once. */
    public static final int THREADS = 16;

    /** How many more may wait for a thread; beyond, work fails at once with {@code STORE_UNAVAILABLE}. */
    public static final int MOST_WAITING = 10_000;

    /** After which a caller is told that the store does not answer ({@code STORE_UNAVAILABLE}), whatever becomes of the call. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private final Optional<ThreadPoolExecutor> threads;
    private final Scheduler timers;

    /**
     * @param inProcess whether the store never blocks: {@link SessionStore#isInProcess}
     * @param timers limit the calls; their owner closes them
     */
    public StoreCalls(boolean inProcess, Scheduler timers) {
        this.threads = inProcess ? Optional.empty() : Optional.of(pool());
        this.timers = timers;
    }

    private static ThreadPoolExecutor pool() {
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new CallThread(task, "psc-store-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** May wait for a store. */
    private static final class CallThread extends Thread {
        CallThread(Runnable task, String name) {
            super(task, name);
        }
    }

    /** Whether the calling thread is one of those on which stores elsewhere are called. */
    static boolean isOnItsThread() {
        return Thread.currentThread() instanceof CallThread;
    }

    /**
     * A step of a flow: several calls of the store, and nothing that waits for anybody else. What has waited for a thread for half the limit is not begun: nobody
     * would wait for its end, and a store that is behind would do nothing else any more.
     *
     * @return fails with what the work throws
     */
    public <T> CompletableFuture<T> run(Callable<T> work) {
        var done = new CompletableFuture<T>();
        if (threads.isEmpty()) {
            complete(done, work);
            return done;
        }
        var told = timers.orTimeout(done, LIMIT)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(failure instanceof TimeoutException ? unavailable() : failure));
        try {
            var latest = timers.elapsed().plus(LIMIT.dividedBy(2));
            threads.get().execute(() -> {
                if (timers.elapsed().compareTo(latest) <= 0) {
                    complete(done, work);
                } else {
                    done.completeExceptionally(unavailable());
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(StoreException.unavailable(
                    threads.get().isShutdown() ? "the calls of the store are closed" : "too many wait for the store",
                    null));
        }
        return told;
    }

    private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    private static StoreException unavailable() {
        return StoreException.unavailable("the store has not answered within " + LIMIT.toMillis() + " ms", null);
    }

    /** The time since an arbitrary start. */
    Duration elapsed() {
        return timers.elapsed();
    }

    /** Whether work runs on the calling thread. */
    public boolean isInProcess() {
        return threads.isEmpty();
    }

    /** Takes no more work; what runs goes on to its end. */
    @Override
    public void close() {
        threads.ifPresent(ThreadPoolExecutor::shutdown);
    }
}

package io.github.pscsdk.sessionstore.internal;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work that calls a store, for hosts that may not block: on the calling thread, where the store is in this
 * process; else on one of {@value #THREADS} daemon threads, for {@link #LIMIT} at most. Safe for any thread.
 */
public final class StoreCalls implements AutoCloseable {
    /** How many calls of stores elsewhere go on at once. */
    public static final int THREADS = 16;

    /** How many more may wait for a thread; beyond, work fails at once with {@code STORE_UNAVAILABLE}. */
    public static final int MOST_WAITING = 10_000;

    /**
     * After which a caller is told that the store does not answer ({@code STORE_UNAVAILABLE}), whatever becomes of the
     * call.
     */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String CLOSED = "the calls of the store are closed";

    /** Set on a thread that may wait for a store. */
    private static final ThreadLocal<Boolean> MAY_WAIT = new ThreadLocal<>();

    private final Optional<Executor> threads;
    private final Runnable endThreads;
    private final Scheduler timers;
    private final String place;
    private volatile boolean closed;

    /**
     * @param inProcess whether the store never blocks: {@link SessionStore#isInProcess}
     * @param timers limit the calls; their owner closes them
     * @param place of the store: {@link SessionStore#place}
     */
    public StoreCalls(boolean inProcess, Scheduler timers, String place) {
        this(inProcess ? Optional.empty() : Optional.of(pool()), timers, place);
    }

    private StoreCalls(Optional<ThreadPoolExecutor> pool, Scheduler timers, String place) {
        this.place = place;
        this.threads = pool.map(own -> own);
        this.endThreads = () -> pool.ifPresent(ThreadPoolExecutor::shutdown);
        this.timers = timers;
    }

    /** For a store elsewhere, on threads of an owner that bounds and ends them. */
    public StoreCalls(Executor threads, Scheduler timers, String place) {
        this.place = place;
        this.threads = Optional.of(threads);
        this.endThreads = () -> {};
        this.timers = timers;
    }

    private static ThreadPoolExecutor pool() {
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, "psc-store-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static boolean isOnItsThread() {
        return MAY_WAIT.get() != null;
    }

    /**
     * A step of a flow: several calls of the store, and nothing that waits for anybody else. A step that has waited for
     * a thread for half the limit is not begun. Fails with what the work throws.
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
        if (closed) {
            done.completeExceptionally(StoreException.unavailable(CLOSED, null));
            return told;
        }
        try {
            var latest = timers.elapsed().plus(LIMIT.dividedBy(2));
            threads.get().execute(() -> {
                if (timers.elapsed().compareTo(latest) <= 0) {
                    completeHere(done, work);
                } else {
                    done.completeExceptionally(unavailable());
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(
                    StoreException.unavailable(closed ? CLOSED : place + ": too many wait for it", null));
        }
        return told;
    }

    private static <T> void completeHere(CompletableFuture<T> done, Callable<T> work) {
        MAY_WAIT.set(true);
        try {
            complete(done, work);
        } finally {
            MAY_WAIT.remove();
        }
    }

    private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    private StoreException unavailable() {
        return StoreException.unavailable(place + ": no answer within " + LIMIT.toMillis() + " ms", null);
    }

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
        closed = true;
        endThreads.run();
    }
}

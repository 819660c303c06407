package io.github.pscsdk.relyingparty.internal.store;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.Deadlines;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Futures.CheckedSupplier;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work that calls the store: on the calling thread, where the store is in this process; else on one of {@value #THREADS} daemon threads, and
 * for {@link #LIMIT} at most.
 */
public final class StoreCalls implements AutoCloseable {
    static final int THREADS = 16;
    static final int MOST_WAITING = 10_000;

    /** After which a caller is told that the store does not answer, whatever becomes of the call. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private final Optional<ThreadPoolExecutor> threads;
    private final Duration limit;

    /** @param inProcess whether the store never blocks */
    public StoreCalls(boolean inProcess) {
        this(inProcess, LIMIT);
    }

    StoreCalls(boolean inProcess, Duration limit) {
        this.threads = inProcess ? Optional.empty() : Optional.of(pool());
        this.limit = limit;
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

    /** A step of a flow: several calls of the store, and nothing that waits for anybody else. Fails with what the work throws. */
    public <T> CompletableFuture<T> run(CheckedSupplier<T> work) {
        return threads.map(pool -> runOn(pool, work)).orElseGet(() -> Futures.begun(work));
    }

    private <T> CompletableFuture<T> runOn(ThreadPoolExecutor pool, CheckedSupplier<T> work) {
        var done = new CompletableFuture<T>();
        var forget = Deadlines.after(
                limit,
                () -> done.completeExceptionally(StoreException.unavailable(
                        "the session store has not answered within " + limit.toMillis() + " ms", null)));
        done.whenComplete((result, failure) -> forget.run());
        try {
            pool.execute(() -> {
                // Nobody waits any more: a store that hangs must not be given what piled up meanwhile.
                if (!done.isDone()) {
                    Futures.follow(Futures.begun(work), done);
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(StoreException.unavailable(
                    pool.isShutdown() ? "the relying party is closed" : "too many wait for the session store", null));
        }
        return done;
    }

    /**
     * The same for a caller who waits.
     *
     * @throws StoreException what the store failed with
     */
    public <T> T now(CheckedSupplier<T> work) throws PscException {
        if (threads.isEmpty()) {
            return work.get();
        }
        return run(work).handle(Outcome::new).join().get();
    }

    private record Outcome<T>(T result, Throwable failure) {
        T get() throws PscException {
            var cause = failure == null ? null : Futures.causeOf(failure);
            if (cause instanceof PscException known) {
                throw known;
            }
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause != null) {
                throw new IllegalStateException("a step of the engine failed", cause);
            }
            return result;
        }
    }

    /** Takes no more work; what runs goes on to its end. */
    @Override
    public void close() {
        threads.ifPresent(ThreadPoolExecutor::shutdown);
    }
}

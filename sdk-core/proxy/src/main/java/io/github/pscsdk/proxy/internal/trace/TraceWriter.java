package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Appends traces whose callers wait. One thread writes, and whatever came meanwhile at once afterwards: so a disk that
 * commits a hundred times a second keeps thousands. A trace that nobody waits for any more is not written.
 */
final class TraceWriter implements AutoCloseable {
    /** How many may wait; beyond, a trace is not kept, at once. */
    static final int MOST_WAITING = 10_000;

    private final TraceStore store;
    private final Duration limit;
    private final Scheduler timers;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Scheduler.daemons("traces"));

    TraceWriter(TraceStore store, Duration limit, Scheduler timers) {
        this.store = store;
        this.limit = limit;
        this.timers = timers;
    }

    private record Waiting(TraceEntry entry, CompletableFuture<Void> kept) {}

    /** Done once the trace is kept, on the thread that writes. Fails with a {@link StoreException}, or a timeout. */
    CompletableFuture<Void> append(TraceEntry entry) {
        var kept = new CompletableFuture<Void>();
        if (store.isInProcess()) {
            write(List.of(new Waiting(entry, kept)));
            return kept;
        }
        if (!waiting.offer(new Waiting(entry, kept))) {
            return CompletableFuture.failedFuture(StoreException.unavailable("too many traces wait", null));
        }
        try {
            writer.execute(this::writeWaiting);
        } catch (RejectedExecutionException e) {
            kept.completeExceptionally(StoreException.unavailable("traces are closed", e));
        }
        return timers.orTimeout(kept, limit);
    }

    private void writeWaiting() {
        var batch = new ArrayList<Waiting>();
        // Empty where they went with those before.
        while (waiting.drainTo(batch, TraceStore.MOST_AT_ONCE) > 0) {
            batch.removeIf(entry -> entry.kept.isDone());
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            store.append(batch.stream().map(Waiting::entry).toList());
            batch.forEach(entry -> entry.kept.complete(null));
        } catch (RuntimeException e) {
            batch.forEach(entry -> entry.kept.completeExceptionally(e));
        }
    }

    /** Writes what waits; what comes later is refused. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StoreException.unavailable("it does not answer: the last traces may be lost", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

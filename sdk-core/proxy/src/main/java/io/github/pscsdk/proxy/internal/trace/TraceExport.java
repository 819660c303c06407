package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceEntry;
import io.github.pscsdk.sessionstore.TracePosition;
import io.github.pscsdk.sessionstore.TraceStore;
import io.github.pscsdk.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads traces for operators, one after the other, on a thread of its own. Whoever waits does so for {@link #LIMIT} at most. */
public final class TraceExport implements AutoCloseable {
    /** How long an export may take. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int MOST_WAITING = 20;
    private static final int AT_ONCE = 5_000;

    private final TraceStore store;
    private final Executor threads;
    private final Scheduler timers;
    private final ThreadPoolExecutor reader;

    /** @param threads on which callers go on */
    public TraceExport(TraceStore store, Executor threads, Scheduler timers) {
        this.store = store;
        this.threads = threads;
        this.timers = timers;
        this.reader =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                    var thread = new Thread(work, "trace-export");
                    thread.setDaemon(true);
                    return thread;
                });
        reader.allowCoreThreadTimeOut(true);
    }

    /**
     * Some traces.
     *
     * @param next where the next page begins; empty where this is the last one
     */
    public record Page(List<TraceEntry> traces, Optional<TracePosition> next) {}

    /**
     * A page of those after a position.
     *
     * @param most how many at most
     * @return fails with a {@link StoreException}
     */
    public CompletableFuture<Page> page(TracePosition after, Instant end, int most) {
        return run(() -> {
            var read = store.read(after, end, most + 1);
            if (read.size() <= most) {
                return new Page(read, Optional.empty());
            }
            var page = read.subList(0, most);
            return new Page(page, Optional.of(page.get(most - 1).position()));
        });
    }

    /**
     * Those with {@code start < timestamp < end}, oldest first.
     *
     * @param most beyond which reading ends: then there are more of them
     * @return fails with a {@link StoreException}
     */
    public CompletableFuture<List<TraceEntry>> between(Instant start, Instant end, int most) {
        return run(() -> {
            var all = new ArrayList<TraceEntry>();
            var after = TracePosition.endOf(start);
            List<TraceEntry> page;
            do {
                page = store.read(after, end, AT_ONCE);
                all.addAll(page);
                after = all.isEmpty() ? after : all.get(all.size() - 1).position();
            } while (page.size() == AT_ONCE && all.size() <= most);
            return all;
        });
    }

    private <T> CompletableFuture<T> run(Callable<T> work) {
        var done = new CompletableFuture<T>();
        try {
            reader.execute(() -> {
                // Nobody waits any more.
                if (!done.isDone()) {
                    complete(done, work);
                }
            });
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(StoreException.unavailable("too many exports of traces wait", e));
        }
        return timers.orTimeout(done, LIMIT)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? StoreException.unavailable("the traces were not read in time: ask for fewer", null)
                                : failure))
                .whenCompleteAsync((read, failure) -> {}, threads);
    }

    private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    /** An export that is under way ends by the store's own limit. */
    @Override
    public void close() {
        reader.shutdown();
    }
}

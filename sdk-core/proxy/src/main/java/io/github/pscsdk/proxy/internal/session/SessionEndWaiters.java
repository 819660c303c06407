package io.github.pscsdk.proxy.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Callers who wait for the end of their session, one for each. All are looked at every two seconds, some at once and
 * only while somebody waits; to look is no activity. Safe for any thread.
 */
public final class SessionEndWaiters implements AutoCloseable {
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(2);

    /** So that what others want of the store waits for few of them. */
    private static final int LOOKS_AT_ONCE = 32;

    private final Function<SessionId, CompletableFuture<ActiveSession>> sessions;
    private final Executor threads;
    private final Scheduler timers;
    private final ConcurrentMap<SessionId, Waiter> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean sweepIsDue = new AtomicBoolean();
    private volatile boolean closed;

    private record Waiter(CompletableFuture<ActiveSession> outcome, Duration end) {}

    /**
     * @param sessions looks one up, which is no activity; fails with why there is none
     * @param threads run the looks, and answer
     */
    public SessionEndWaiters(
            Function<SessionId, CompletableFuture<ActiveSession>> sessions, Executor threads, Scheduler timers) {
        this.sessions = sessions;
        this.threads = threads;
        this.timers = timers;
    }

    /**
     * Waits for the end of a session.
     *
     * @return the session if it goes on after that time, or as soon as another caller waits for it; fails with why it
     *     ended
     */
    public CompletableFuture<ActiveSession> await(SessionId id, Duration wait) {
        var waiter = new Waiter(new CompletableFuture<>(), timers.elapsed().plus(wait));
        var former = waiting.put(id, waiter);
        if (former != null) {
            look(id, former, true, threads);
        }
        // First: a move of time meets the sweep, or comes before the look.
        sweepLater();
        look(id, waiter);
        return waiter.outcome.whenComplete((session, failure) -> waiting.remove(id, waiter));
    }

    public int count() {
        return waiting.size();
    }

    private void sweepLater() {
        if (!waiting.isEmpty() && sweepIsDue.compareAndSet(false, true)) {
            timers.after(BETWEEN_SWEEPS, this::beginSweep);
        }
    }

    private void beginSweep() {
        // By then all have an answer, and the threads may be gone.
        if (!closed) {
            threads.execute(this::sweep);
        }
    }

    private void sweep() {
        var left = new ConcurrentLinkedQueue<>(waiting.entrySet());
        var lines = Stream.generate(() -> lookAtAll(left)).limit(LOOKS_AT_ONCE).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(lines).whenComplete((looked, failure) -> {
            sweepIsDue.set(false);
            sweepLater();
        });
    }

    private CompletableFuture<Void> lookAtAll(Queue<Map.Entry<SessionId, Waiter>> left) {
        for (var next = left.poll(); next != null; next = left.poll()) {
            var look = look(next.getKey(), next.getValue());
            if (!look.isDone()) {
                return look.handle((looked, failure) -> null).thenComposeAsync(looked -> lookAtAll(left), threads);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Answers on another thread, so that no caller holds up those after it. */
    private CompletableFuture<?> look(SessionId id, Waiter waiter) {
        return look(id, waiter, closed || timers.elapsed().compareTo(waiter.end) >= 0, threads);
    }

    private CompletableFuture<?> look(SessionId id, Waiter waiter, boolean isLast, Executor answering) {
        return sessions.apply(id).whenComplete((session, failure) -> {
            if (failure != null && (isLast || !isStoreAway(failure))) {
                answering.execute(() -> waiter.outcome.completeExceptionally(Futures.causeOf(failure)));
            } else if (failure == null && isLast) {
                answering.execute(() -> waiter.outcome.complete(session));
            }
        });
    }

    /** Then nobody knows, and all would come back at once when it is there again. */
    private static boolean isStoreAway(Throwable failure) {
        return StoreCalls.isAway(failure)
                || Futures.causeOf(failure) instanceof PscException known
                        && known.problem() == LoginProblem.STORE_UNAVAILABLE;
    }

    /** Answers all who wait, before this returns; whoever comes afterwards does not wait. */
    @Override
    public void close() {
        closed = true;
        var looks = new ArrayList<CompletableFuture<?>>();
        waiting.forEach((id, waiter) -> looks.add(look(id, waiter, true, Runnable::run)));
        CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
                .handle((answered, failure) -> null)
                .join();
    }
}

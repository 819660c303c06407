package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.SessionId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Callers who wait for the end of their session. It is looked at every two seconds, which is no activity and holds no thread: an end
 * may be a mark of Pro Santé Connect in the store, a refresh that failed, or the time. One caller waits for each session. Safe for any thread.
 */
public final class SessionEnds implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final RelyingParties clients;
    private final Executor later;
    private final ConcurrentMap<SessionId, CompletableFuture<ActiveSession>> waiting = new ConcurrentHashMap<>();

    /** @param threads run the looks */
    public SessionEnds(RelyingParties clients, Executor threads) {
        this.clients = clients;
        this.later = CompletableFuture.delayedExecutor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS, threads);
    }

    /**
     * Waits for the end of a session.
     *
     * @param wait how long at most
     * @return the session if it goes on after that time, or as soon as another caller waits for the same; fails with why it ended
     */
    public CompletableFuture<ActiveSession> await(SessionId id, Duration wait) {
        var outcome = new CompletableFuture<ActiveSession>();
        var end = System.nanoTime() + wait.toNanos();
        var former = waiting.put(id, outcome);
        if (former != null) {
            answer(id, former);
        }
        outcome.whenComplete((session, failure) -> waiting.remove(id, outcome));
        look(id, outcome, end);
        return outcome;
    }

    private void look(SessionId id, CompletableFuture<ActiveSession> outcome, long end) {
        if (outcome.isDone()) {
            return;
        }
        try {
            var session = clients.peek(id);
            if (end - System.nanoTime() <= 0) {
                outcome.complete(session);
            } else {
                later.execute(() -> look(id, outcome, end));
            }
        } catch (PscException | RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }

    private void answer(SessionId id, CompletableFuture<ActiveSession> outcome) {
        look(id, outcome, System.nanoTime());
    }

    /** Answers all who wait. */
    @Override
    public void close() {
        waiting.forEach(this::answer);
    }
}

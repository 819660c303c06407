package io.github.pscsdk.relyingparty.internal.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Runs one flow per key at a time: callers who come while it runs share its outcome, be it a value or a failure. */
public final class SingleFlight<K, T> {
    private final ConcurrentMap<K, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

    /**
     * Joins the flow of that key, or starts it where none is under way. Cancelling the result does not stop the flow.
     */
    public CompletableFuture<T> run(K key, Supplier<CompletableFuture<T>> work) {
        var mine = new CompletableFuture<T>();
        var other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return Futures.mirror(other);
        }
        // In a stage, so that work that throws ends as work that fails. No longer under way before its followers go on:
        // one may want a flow of its own.
        Futures.follow(
                CompletableFuture.completedFuture(null)
                        .thenCompose(start -> work.get())
                        .whenComplete((done, failed) -> underWay.remove(key, mine)),
                mine);
        return Futures.mirror(mine);
    }
}

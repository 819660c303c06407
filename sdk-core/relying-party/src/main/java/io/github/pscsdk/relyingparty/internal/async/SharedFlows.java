package io.github.pscsdk.relyingparty.internal.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Runs one flow per key at a time: callers who come while it runs share its outcome, be it a value or a failure. */
public final class SharedFlows<K, T> {
    private final ConcurrentMap<K, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

    /** Joins the flow of that key, or starts it where none is under way. Cancelling the result does not stop the flow. */
    public CompletableFuture<T> run(K key, Supplier<CompletableFuture<T>> work) {
        var mine = new CompletableFuture<T>();
        var other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return Steps.mirror(other);
        }
        // In a stage, so that work that throws ends as work that fails.
        CompletableFuture.completedFuture(null)
                .thenCompose(start -> work.get())
                .whenComplete((result, failure) -> end(key, mine, result, failure));
        return Steps.mirror(mine);
    }

    private void end(K key, CompletableFuture<T> flow, T result, Throwable failure) {
        // Before those who wait go on: one of them may want a flow of its own.
        underWay.remove(key, flow);
        if (failure == null) {
            flow.complete(result);
        } else {
            flow.completeExceptionally(Steps.causeOf(failure));
        }
    }
}

package io.github.pscsdk.relyingparty.internal.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Runs the flows of one key one after the other, in the order of their arrival; a failed one does not stop the next. */
public final class SerialFlows<K> {
    private final ConcurrentMap<K, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    /** Starts {@code work} when all earlier work of that key is done. Cancelling the result does not stop the work. */
    public <T> CompletableFuture<T> run(K key, Supplier<CompletableFuture<T>> work) {
        var turn = new CompletableFuture<T>();
        var before = last.put(key, turn);
        var start =
                before == null ? CompletableFuture.<Void>completedFuture(null) : before.handle((done, failed) -> null);
        start.thenCompose(ready -> work.get()).whenComplete((result, failure) -> {
            last.remove(key, turn);
            if (failure == null) {
                turn.complete(result);
            } else {
                turn.completeExceptionally(Steps.causeOf(failure));
            }
        });
        return Steps.mirror(turn);
    }
}

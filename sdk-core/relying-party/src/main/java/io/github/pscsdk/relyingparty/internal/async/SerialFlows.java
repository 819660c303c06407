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
        // The turn is over before those who wait for the result go on.
        Futures.follow(
                start.thenCompose(ready -> work.get()).whenComplete((done, failed) -> last.remove(key, turn)), turn);
        return Futures.mirror(turn);
    }
}

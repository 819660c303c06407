package io.github.pscsdk.proxy.internal.login;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Tells those who wait on this node that a login has made a step here. Safe for any thread. */
final class StepSignals {
    private final ConcurrentMap<String, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();

    /** Completes at the next step; whoever waits no longer completes it, and is forgotten then. */
    CompletableFuture<Void> next(String id) {
        var next = new CompletableFuture<Void>();
        waiting.compute(id, (key, others) -> {
            var all = others == null ? ConcurrentHashMap.<CompletableFuture<Void>>newKeySet() : others;
            all.add(next);
            return all;
        });
        next.whenComplete((told, failure) -> waiting.computeIfPresent(id, (key, all) -> {
            all.remove(next);
            return all.isEmpty() ? null : all;
        }));
        return next;
    }

    void signal(String id) {
        var all = waiting.remove(id);
        if (all != null) {
            all.forEach(next -> next.complete(null));
        }
    }

    void signalAll() {
        waiting.keySet().forEach(this::signal);
    }
}

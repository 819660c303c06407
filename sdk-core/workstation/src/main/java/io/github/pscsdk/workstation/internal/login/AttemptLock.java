package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.pluginhost.EngineThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A fair lock of one attempt at a time, whose limits follow the clock of the engine. Safe for any thread. */
final class AttemptLock {
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private boolean taken;

    /**
     * Waits for the lock.
     *
     * @return whether it was had within the limit
     */
    boolean tryLock(EngineThreads threads, Duration limit) throws InterruptedException {
        var given = new CompletableFuture<Void>();
        if (takeOrQueue(given)) {
            return true;
        }
        var inTime = false;
        try {
            inTime = threads.await(given, limit);
            return inTime;
        } finally {
            if (!inTime) {
                leave(given);
            }
        }
    }

    private synchronized boolean takeOrQueue(CompletableFuture<Void> given) {
        if (taken) {
            waiting.add(given);
            return false;
        }
        taken = true;
        return true;
    }

    private synchronized void leave(CompletableFuture<Void> given) {
        if (!waiting.remove(given)) {
            // Given to one that had just stopped to wait.
            unlock();
        }
    }

    /** Gives the lock to the next that waits. */
    synchronized void unlock() {
        var next = waiting.poll();
        if (next == null) {
            taken = false;
        } else {
            next.complete(null);
        }
    }
}

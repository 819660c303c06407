package io.github.pscsdk.pluginhost.thread;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work even on an interrupted thread, but only up to a limit. */
public final class BoundedWait {
    private BoundedWait() {}

    /**
     * Waits for the end of the work, well or not, but no longer than the limit by the system's time; an interrupt is kept for later.
     *
     * @return whether it has ended
     */
    public static boolean waitFor(CompletionStage<?> work, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        var waiting = true;
        while (waiting) {
            try {
                work.toCompletableFuture().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException | TimeoutException e) {
                waiting = false;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return work.toCompletableFuture().isDone();
    }
}

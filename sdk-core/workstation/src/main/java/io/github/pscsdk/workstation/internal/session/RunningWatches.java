package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.pluginhost.thread.EngineThreads;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device watches that still run, so that closing the client can wait for their end before plug-ins are unloaded. */
final class RunningWatches {
    private static final Logger log = LoggerFactory.getLogger(RunningWatches.class);
    // Interrupted, a watch has a second; a busy machine gets one more.
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final EngineThreads threads;
    private final Set<RunningWatch> running = new HashSet<>();

    RunningWatches(EngineThreads threads) {
        this.threads = threads;
    }

    synchronized void start(RunningWatch watching) {
        running.add(watching);
        threads.execute(watching);
    }

    synchronized void leave(RunningWatch watching) {
        running.remove(watching);
        notifyAll();
    }

    /** Waits for those that were stopped, two seconds at most; an interrupt is kept for later. */
    synchronized void awaitEnd() {
        var end = System.nanoTime() + DRAIN_NANOS;
        var interrupted = false;
        while (!running.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (!running.isEmpty()) {
            log.warn("{} watches over devices do not end although they were interrupted", running.size());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.pscsdk.proxy.internal.monitoring;

import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again, on one thread; a failure is logged and the next time comes all the same. */
public final class PeriodicTask implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PeriodicTask.class);

    private final ExecutorService thread;
    private final Scheduler timers;

    public PeriodicTask(String name, Scheduler timers) {
        this.thread = Executors.newSingleThreadExecutor(Scheduler.daemons(name));
        this.timers = timers;
    }

    /** For the first time now. */
    public void every(Duration pause, Runnable work) {
        try {
            thread.execute(() -> {
                run(work);
                timers.after(pause, () -> every(pause, work));
            });
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
            log.trace("the last work was done", e);
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Without its message, which may quote what a file holds.
            log.error("the proxy cannot look after itself: {}", e.getClass().getName());
        }
    }

    boolean isClosed() {
        return thread.isShutdown();
    }

    /** Work that is under way goes on to its end. */
    @Override
    public void close() {
        thread.shutdown();
    }
}

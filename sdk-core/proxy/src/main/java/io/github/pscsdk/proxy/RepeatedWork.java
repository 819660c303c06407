package io.github.pscsdk.proxy;

import io.github.pscsdk.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the proxy does again and again, on one thread; a failure is logged and the next time comes all the same. */
final class RepeatedWork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RepeatedWork.class);

    private final Scheduler timers;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "proxy-operation");
        made.setDaemon(true);
        return made;
    });

    RepeatedWork(Scheduler timers) {
        this.timers = timers;
    }

    /** For the first time now. */
    void every(Duration pause, Runnable work) {
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

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

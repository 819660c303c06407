package io.github.pscsdk.proxy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the proxy does again and again, on one thread; a failure is logged and the next time comes all the same. */
final class RepeatedWork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RepeatedWork.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "proxy-operation");
        made.setDaemon(true);
        return made;
    });

    /** For the first time now. */
    void every(Duration pause, Runnable work) {
        thread.scheduleWithFixedDelay(() -> run(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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

package io.github.pscsdk.relyingparty.internal.async;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs a short task after some time. */
@FunctionalInterface
public interface Scheduler {

    /**
     * Schedules a task, which starts work and returns: others wait behind it.
     *
     * @return cancels the task; does nothing once it has run
     */
    Runnable after(Duration delay, Runnable task);

    /** The {@link Scheduler} of a relying party: one daemon thread. */
    final class TimerThread implements Scheduler, AutoCloseable {
        private final ScheduledThreadPoolExecutor executor;

        /** Starts no thread before the first task. */
        public TimerThread() {
            executor = new ScheduledThreadPoolExecutor(1, task -> {
                var thread = new Thread(task, "psc-timer");
                thread.setDaemon(true);
                return thread;
            });
            // A cancelled login must not stay in memory until its next poll would have been due.
            executor.setRemoveOnCancelPolicy(true);
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            try {
                var scheduled = executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
                return () -> scheduled.cancel(false);
            } catch (RejectedExecutionException e) {
                // Closed: whoever closed this also cancels everything that waits.
                return () -> {};
            }
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}

package io.github.pscsdk.time.internal;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The {@link Scheduler} by the system's time: one daemon thread, which starts with the first task. */
final class TimerThread implements Scheduler {
    private final ScheduledThreadPoolExecutor executor;

    TimerThread(String name) {
        executor = new ScheduledThreadPoolExecutor(1, Scheduler.daemons(name));
        // A cancelled login must not stay in memory until its next poll would have been due.
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        try {
            var scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            // Closed: its owner has cancelled everything that waits.
            return () -> {};
        }
    }

    @Override
    public Runnable limit(Duration delay, Runnable task) {
        return Deadlines.after(delay, task);
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

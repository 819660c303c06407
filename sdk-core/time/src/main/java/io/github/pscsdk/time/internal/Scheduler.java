package io.github.pscsdk.time.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Timers of one owner, such as a relying party or a proxy. They follow the owner's clock: by the system's time, or when
 * a test moves its clock. Safe for any thread.
 */
public interface Scheduler extends AutoCloseable {

    /**
     * The timers of an owner that tells the time by that clock.
     *
     * @param thread the name of the daemon thread that runs the tasks; it starts with the first task. a {@link
     *     TimerClock} needs none
     */
    static Scheduler of(Clock clock, String thread) {
        return clock instanceof TimerClock virtual ? virtual.scheduler() : new TimerThread(thread);
    }

    /** Makes threads of that name, which keep no program alive. */
    static ThreadFactory daemons(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A thread of that name for each task, which keeps no program alive. Never the common pool: others may hold it. */
    static Executor threadPerTask(String name) {
        return task -> daemons(name).newThread(task).start();
    }

    /**
     * So many threads of that name, which keep no program alive and end when idle.
     *
     * @param waiting how many tasks may wait for a thread; of more, each is rejected
     */
    static ThreadPoolExecutor daemons(String name, int threads, int waiting) {
        var pool = new ThreadPoolExecutor(
                threads, threads, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Schedules a task. It must start work and return: all other tasks wait behind it. After {@link #close} nothing is
     * scheduled.
     *
     * @return cancels the task; does nothing once the task has begun
     */
    Runnable after(Duration delay, Runnable task);

    /**
     * The same for a limit that is hardly ever reached, such as that of a call. By the system's time the task begins up
     * to 50 ms late, on a thread where it may take its time; in return neither this nor the cancellation wakes a
     * thread.
     */
    default Runnable limit(Duration delay, Runnable task) {
        return after(delay, task);
    }

    /** The time since an arbitrary start. It never runs backwards, whatever sets the system's clock. */
    Duration elapsed();

    /** Cancels all tasks that have not begun. */
    @Override
    void close();

    /** Completes after the delay, on the thread of the tasks. */
    default CompletableFuture<Void> delay(Duration delay) {
        var passed = new CompletableFuture<Void>();
        var cancel = after(delay, () -> passed.complete(null));
        passed.whenComplete((done, failure) -> cancel.run());
        return passed;
    }

    /**
     * Completes the future with a {@link TimeoutException} unless it completes within the limit, as {@link
     * CompletableFuture#orTimeout} does.
     *
     * @return the same future
     */
    default <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, Duration limit) {
        var cancel = after(limit, () -> future.completeExceptionally(new TimeoutException()));
        future.whenComplete((done, failure) -> cancel.run());
        return future;
    }

    /**
     * Completes the future with the value unless it completes within the limit, as {@link
     * CompletableFuture#completeOnTimeout} does.
     *
     * @return the same future
     */
    default <T> CompletableFuture<T> completeOnTimeout(CompletableFuture<T> future, T value, Duration limit) {
        var cancel = after(limit, () -> future.complete(value));
        future.whenComplete((done, failure) -> cancel.run());
        return future;
    }

    /**
     * Blocks the calling thread for that time.
     *
     * @throws InterruptedException at once if the thread is interrupted
     */
    default void sleep(Duration pause) throws InterruptedException {
        var over = new CountDownLatch(1);
        var cancel = after(pause, over::countDown);
        try {
            over.await();
        } finally {
            cancel.run();
        }
    }

    /** A clock that has timers of its own. */
    abstract class TimerClock extends Clock {
        /** Makes timers of one owner, which follow this clock. */
        protected abstract Scheduler scheduler();
    }

    /** The {@link Scheduler} by the system's time: one daemon thread, which starts with the first task. */
    final class TimerThread implements Scheduler {
        private final ScheduledThreadPoolExecutor executor;

        private TimerThread(String name) {
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
}

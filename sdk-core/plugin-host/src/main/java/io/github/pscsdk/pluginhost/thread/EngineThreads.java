package io.github.pscsdk.pluginhost.thread;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One timer, and workers that come and go.
 *
 * <p>A new thread inherits the context class loader, and up to JDK 23 the protection domains, of whoever starts it. A
 * worker started while a plug-in is on the stack would so keep that plug-in's loader alive; hence the timer, which was
 * started by the host, starts every worker.
 */
public final class EngineThreads implements Executor, AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor workers;
    private final Set<Thread> single = ConcurrentHashMap.newKeySet();

    /** Starts the timer; call it where no plug-in is on the stack. */
    public EngineThreads() {
        timer = new ScheduledThreadPoolExecutor(1, new DaemonThreads("psc-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.prestartCoreThread();
        workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DaemonThreads("psc-worker"));
    }

    /**
     * Runs work that may block.
     *
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
     */
    @Override
    public void execute(Runnable work) {
        timer.execute(() -> workers.execute(work));
    }

    /**
     * Runs work on a thread of its own, which ends with it: for code that may leave something on its thread.
     *
     * @param name of the thread
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
     */
    public void start(String name, Runnable work) {
        timer.execute(() -> {
            var thread = DaemonThreads.make(name, () -> {
                try {
                    work.run();
                } finally {
                    single.remove(Thread.currentThread());
                }
            });
            single.add(thread);
            thread.start();
        });
    }

    /** Runs work that is done at once, later; cancel it where it is no longer wanted. */
    public Future<?> after(Duration delay, Runnable quickWork) {
        return timer.schedule(quickWork, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
        single.forEach(Thread::interrupt);
    }
}

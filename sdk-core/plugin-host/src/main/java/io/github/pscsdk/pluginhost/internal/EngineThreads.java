package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The timers of one client, which follow its clock, and workers that come and go. A thread inherits class loader and
 * protection domains of its starter: so a thread that the host has started starts every worker, and no plug-in's loader
 * is kept.
 */
public final class EngineThreads implements Executor, AutoCloseable {
    private final Clock clock;
    private final Scheduler timers;
    private final ThreadPoolExecutor starter;
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    /** Limits of what still goes on; {@link #close} ends them all. */
    private final Set<CompletableFuture<Void>> limits = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** Starts the two threads that stay; call it where no plug-in is on the stack. */
    public EngineThreads(Clock clock) {
        this.clock = clock;
        starter = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> daemon("psc-worker-starter", work));
        timers = CompletableFuture.supplyAsync(() -> started(Scheduler.of(clock, "psc-timer")), starter)
                .join();
    }

    /** Their thread starts with a first task, which is cancelled at once: a test's clock has none of ours to run. */
    private static Scheduler started(Scheduler timers) {
        timers.after(Duration.ofDays(1), () -> {}).run();
        return timers;
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(EngineThreads.class.getClassLoader());
        return thread;
    }

    public Clock clock() {
        return clock;
    }

    /** Runs work that may block; refuses it after {@link #close}. */
    @Override
    public void execute(Runnable work) {
        start("psc-worker", work);
    }

    /** The same on a thread of that name, which ends with the work, as it may leave something on its thread. */
    public void start(String name, Runnable work) {
        starter.execute(() -> {
            var thread = daemon(name, () -> {
                try {
                    work.run();
                } finally {
                    workers.remove(Thread.currentThread());
                }
            });
            workers.add(thread);
            thread.start();
            if (closed) {
                thread.interrupt();
            }
        });
    }

    /** Runs work that is done at once, later; never after {@link #close}. The result cancels it. */
    public Runnable after(Duration delay, Runnable quickWork) {
        return timers.after(delay, quickWork);
    }

    /** The same for work that may block. */
    public Runnable executeAfter(Duration delay, Runnable work) {
        return after(delay, () -> execute(work));
    }

    /**
     * Runs work that is done at once at the end of a limit, and at {@link #close} at the latest. The result cancels it.
     */
    public Runnable atLimit(Duration limit, Runnable quickWork) {
        var reached = new CompletableFuture<Void>();
        limits.add(reached);
        var cancel = timers.after(limit, () -> reached.complete(null));
        reached.whenComplete((done, cancelled) -> {
            limits.remove(reached);
            cancel.run();
            if (cancelled == null) {
                quickWork.run();
            }
        });
        if (closed) {
            reached.complete(null);
        }
        return () -> reached.cancel(false);
    }

    /**
     * Waits until the future is complete, but no longer than the limit, nor beyond {@link #close}; tells whether it is.
     */
    public boolean await(CompletableFuture<?> work, Duration limit) throws InterruptedException {
        var over = new CountDownLatch(1);
        var cancel = atLimit(limit, over::countDown);
        work.whenComplete((outcome, failure) -> over.countDown());
        try {
            over.await();
            return work.isDone();
        } finally {
            cancel.run();
        }
    }

    /** The same; an interrupt is kept for later. */
    public boolean awaitUninterruptibly(CompletableFuture<?> work, Duration limit) {
        var end = elapsed().plus(limit);
        return uninterruptibly(() -> await(work, end.minus(elapsed())));
    }

    /** The same by the system's time, whatever clock the engine has, and beyond {@link #close}. */
    public static boolean awaitInRealTime(CompletableFuture<?> work, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        return uninterruptibly(() -> {
            try {
                work.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException e) {
                // The caller wants to know no more than whether it has ended.
            }
            return work.isDone();
        });
    }

    private interface Wait {
        boolean begin() throws InterruptedException;
    }

    private static boolean uninterruptibly(Wait wait) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return wait.begin();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Blocks the calling thread for that time, but not beyond {@link #close}. */
    public void sleep(Duration pause) throws InterruptedException {
        await(new CompletableFuture<>(), pause);
    }

    /** The time since an arbitrary start, as the timers have it. It never runs backwards. */
    public Duration elapsed() {
        return timers.elapsed();
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        closed = true;
        timers.close();
        starter.shutdownNow();
        workers.forEach(Thread::interrupt);
        limits.forEach(limit -> limit.complete(null));
    }
}

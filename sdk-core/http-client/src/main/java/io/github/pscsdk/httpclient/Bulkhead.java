package io.github.pscsdk.httpclient;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the calls to one peer, so many at once; the others wait in line. Each peer has one of its own: whoever hangs holds up nobody
 * who calls another. A call runs on the {@link CallingThread} where that is lent and a place is free. Safe for any thread.
 */
public final class Bulkhead implements Executor {
    private static final Logger log = LoggerFactory.getLogger(Bulkhead.class);
    private static final long IDLE_SECONDS = 10;

    private final Executor threads;
    private final int limit;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Queue<Runnable> last = new ArrayDeque<>();
    private int running;

    private Bulkhead(Executor threads, int limit) {
        this.threads = threads;
        this.limit = limit;
    }

    /** On the host's threads, which may be virtual ones. The host ends them. */
    public static Bulkhead on(Executor threads, int limit) {
        return new Bulkhead(threads, limit);
    }

    /**
     * On daemon threads of its own, which end when they were idle for ten seconds. The one that was idle for the shortest time takes the next
     * task: its stack and its connection are the warmest, and those that are not needed end.
     */
    public static Bulkhead ofThreads(String name, int limit) {
        var number = new AtomicInteger();
        var threads = new ThreadPoolExecutor(
                0,
                limit,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                // Not fair, that is last in, first out.
                new SynchronousQueue<>(),
                task -> {
                    var thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                Bulkhead::handOver);
        return new Bulkhead(threads, limit);
    }

    /** All threads exist, and one of them has given up its place and is about to wait for a task. */
    private static void handOver(Runnable task, ThreadPoolExecutor threads) {
        try {
            if (threads.getQueue().offer(task, 1, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("no thread took the task");
    }

    /** @throws RejectedExecutionException if the host's threads take no more tasks */
    @Override
    public void execute(Runnable task) {
        execute(task, waiting);
    }

    /**
     * The same behind all whom {@link #execute} has in line, also those who come later: for calls of which there may be thousands, and which nobody misses who comes again.
     *
     * @throws RejectedExecutionException if the host's threads take no more tasks
     */
    public void executeLast(Runnable task) {
        execute(task, last);
    }

    private void execute(Runnable task, Queue<Runnable> line) {
        synchronized (this) {
            if (running == limit) {
                line.add(task);
                return;
            }
            running++;
        }
        if (CallingThread.isLent()) {
            run(task);
            leave();
            return;
        }
        try {
            start(task);
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                running--;
            }
            throw e;
        }
    }

    /** For what a call on a lent thread leaves to another: it has the place of that call. */
    void elsewhere(Runnable task) {
        threads.execute(task);
    }

    private void start(Runnable first) {
        threads.execute(() -> CallingThread.withheld(() -> {
            for (var task = first; task != null; task = next()) {
                run(task);
            }
            return null;
        }));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // Those who wait in line must not suffer for it.
            log.error("a call threw {}", e.getClass().getName());
        }
    }

    /** Gives the place of a lent thread to the next in line, on a thread that is not the caller's. */
    private void leave() {
        var task = next();
        if (task == null) {
            return;
        }
        try {
            start(task);
        } catch (RejectedExecutionException e) {
            log.error("a call that waited in line was given up: no thread takes it");
            synchronized (this) {
                running--;
            }
        }
    }

    /** The task that is next in line; null where there is none, and one fewer runs. */
    private synchronized Runnable next() {
        var task = waiting.isEmpty() ? last.poll() : waiting.poll();
        if (task == null) {
            running--;
        }
        return task;
    }
}

package io.github.pscsdk.httpclient;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the calls to one peer, so many at once; the others wait in line. Each peer has one of its own: whoever hangs holds up nobody
 * who calls another. Safe for any thread.
 */
public final class Bulkhead implements Executor {
    private static final Logger log = LoggerFactory.getLogger(Bulkhead.class);
    private static final long IDLE_SECONDS = 10;

    private final Executor threads;
    private final int limit;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    private Bulkhead(Executor threads, int limit) {
        this.threads = threads;
        this.limit = limit;
    }

    /** On the host's threads, which may be virtual ones. The host ends them. */
    public static Bulkhead on(Executor threads, int limit) {
        return new Bulkhead(threads, limit);
    }

    /** On daemon threads of its own, which end when they were idle for ten seconds. */
    public static Bulkhead ofThreads(String name, int limit) {
        var number = new AtomicInteger();
        var threads = new ThreadPoolExecutor(
                limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return new Bulkhead(threads, limit);
    }

    /** @throws RejectedExecutionException if the host's threads take no more tasks */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running == limit) {
                waiting.add(task);
                return;
            }
            running++;
        }
        try {
            threads.execute(() -> runAll(task));
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                running--;
            }
            throw e;
        }
    }

    private void runAll(Runnable first) {
        for (var task = first; task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // Those who wait in line must not suffer for it.
                log.error("a call threw {}", e.getClass().getName());
            }
        }
    }

    /** The task that is next in line; null where there is none, and one fewer runs. */
    private synchronized Runnable next() {
        var task = waiting.poll();
        if (task == null) {
            running--;
        }
        return task;
    }
}

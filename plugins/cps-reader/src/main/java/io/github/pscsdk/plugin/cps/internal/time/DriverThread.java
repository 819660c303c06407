package io.github.pscsdk.plugin.cps.internal.time;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A daemon thread for what a driver may hold up for any length: a PC/SC call ignores {@code interrupt()}, and blocks while
 * another program has the card. Whoever waits here is interrupted at once; what was begun ends by itself and cleans up.
 *
 * <p>One thread, so that an exclusive section begins and ends on the same one.
 */
public final class DriverThread implements AutoCloseable {

    /** Work of one kind of failure. */
    @FunctionalInterface
    public interface Job<T, E extends Exception> {
        T run() throws E, InterruptedException;
    }

    private final ExecutorService thread;

    /** @param name of the thread */
    public DriverThread(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            var worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Does {@code job} and waits for it. */
    public <T, E extends Exception> T call(Class<E> failure, Job<T, E> job) throws E, InterruptedException {
        try {
            return start(job).get();
        } catch (ExecutionException e) {
            throw rethrown(failure, e.getCause());
        }
    }

    /** Does {@code job} and waits no longer than {@code limit}. */
    public <T, E extends Exception> T call(Class<E> failure, Duration limit, Job<T, E> job)
            throws E, InterruptedException, TimeoutException {
        try {
            return start(job).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw rethrown(failure, e.getCause());
        }
    }

    private <T, E extends Exception> Future<T> start(Job<T, E> job) {
        return thread.submit(() -> job.run());
    }

    private static <E extends Exception> E rethrown(Class<E> failure, Throwable cause) throws InterruptedException {
        if (cause instanceof InterruptedException) {
            throw new InterruptedException("the work was interrupted");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        return failure.cast(cause);
    }

    /** Interrupts what is going on and does not wait for it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}

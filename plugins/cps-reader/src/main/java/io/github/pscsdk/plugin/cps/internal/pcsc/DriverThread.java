package io.github.pscsdk.plugin.cps.internal.pcsc;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A daemon thread for PC/SC calls, which ignore {@code interrupt()} and may block: a caller that waits here is
 * interrupted at once; what was begun ends by itself. One thread, so that an exclusive section begins and ends on the
 * same one.
 */
public final class DriverThread implements AutoCloseable {

    /** Work with readers. */
    @FunctionalInterface
    public interface Job<T> {
        T run() throws PcscUnavailableException, InterruptedException;
    }

    private final ExecutorService thread;

    public DriverThread(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            var worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    public <T> T call(Job<T> job) throws PcscUnavailableException, InterruptedException {
        try {
            return thread.submit(job::run).get();
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause(), "cause"));
        }
    }

    /** The same with a limit, at which a job that waits for its turn is dropped, and one that has begun interrupted. */
    public <T> T call(Duration limit, Job<T> job)
            throws PcscUnavailableException, InterruptedException, TimeoutException {
        var begun = thread.submit(job::run);
        try {
            return begun.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            begun.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause(), "cause"));
        }
    }

    private static RuntimeException rethrown(Throwable cause) throws PcscUnavailableException, InterruptedException {
        if (cause instanceof PcscUnavailableException unavailable) {
            throw unavailable;
        }
        if (cause instanceof InterruptedException) {
            throw new InterruptedException("the work was interrupted");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    /** Returns after {@code length}, or at once when interrupted: the one sleep of this plug-in. */
    public static void pause(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }

    /** Interrupts what is going on and does not wait for it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}

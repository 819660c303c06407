package io.github.pscsdk.testkit.support;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for what a test cannot move: a process, a socket, a window, another thread. Each wait says in words what it is
 * for, and fails with these words at the limit. Time that a clock can move is moved instead, with a {@code
 * VirtualClock}.
 */
public final class Await {
    /**
     * The one limit: far beyond what a busy machine takes, and below the limit of a test, so that the words are told.
     */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Await() {}

    /** An assertion, which may fail for a while. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    /** Waits until the condition holds; one that throws fails at once. {@code what} is such as "the node is ready". */
    public static void until(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .atMost(LIMIT)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what, e);
        }
    }

    /** Waits for a value, and returns it. */
    public static <T> T value(String what, Callable<Optional<T>> look) {
        var found = new AtomicReference<T>();
        until(what, () -> {
            look.call().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** Waits until the call throws nothing, and returns what it returns: for a peer that may refuse at first. */
    public static <T> T success(String what, Callable<T> call) {
        var last = new AtomicReference<Exception>();
        var done = new AtomicReference<Optional<T>>(Optional.empty());
        try {
            until(what, () -> {
                try {
                    done.set(Optional.ofNullable(call.call()));
                    return true;
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    last.set(e);
                    return false;
                }
            });
        } catch (AssertionError e) {
            if (last.get() != null) {
                e.addSuppressed(last.get());
            }
            throw e;
        }
        return done.get().orElse(null);
    }

    /** Waits until the assertion passes; at the limit it fails as it did last. */
    public static void passes(String what, Assertion assertion) {
        var last = new AtomicReference<AssertionError>();
        try {
            until(what, () -> {
                try {
                    assertion.check();
                    return true;
                } catch (AssertionError e) {
                    last.set(e);
                    return false;
                }
            });
        } catch (AssertionError e) {
            if (last.get() != null) {
                last.get().addSuppressed(e);
                throw last.get();
            }
            throw e;
        }
    }

    /** Waits for the outcome; throws the exception with which it failed, not one around it. */
    public static <T> T outcome(String what, CompletionStage<T> stage) throws Exception {
        return result(what, stage.toCompletableFuture());
    }

    /** The same for work on another thread. */
    public static <T> T result(String what, Future<T> work) throws Exception {
        try {
            return work.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits for another thread to count the latch down. */
    public static void latch(String what, CountDownLatch latch) throws InterruptedException {
        if (!latch.await(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
        }
    }

    /** Waits for the thread to end. */
    public static void end(String what, Thread thread) throws InterruptedException {
        thread.join(LIMIT.toMillis());
        if (thread.isAlive()) {
            var failure = new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            failure.setStackTrace(thread.getStackTrace());
            throw failure;
        }
    }

    /** Waits for the process to end, and returns its exit code; at the limit the process is killed. */
    public static int exit(String what, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
        }
        return process.exitValue();
    }
}

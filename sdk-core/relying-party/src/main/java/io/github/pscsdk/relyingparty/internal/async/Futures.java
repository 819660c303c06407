package io.github.pscsdk.relyingparty.internal.async;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.sessionstore.StoreException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Additions to {@link CompletableFuture} for work that may fail with a {@link PscException}. */
public final class Futures {
    private Futures() {}

    /** A function that may throw a {@link PscException}. */
    @FunctionalInterface
    public interface CheckedFunction<T, R> {
        R apply(T input) throws PscException;
    }

    /** Makes such a function fit for {@code thenApply} and {@code thenCompose}. */
    public static <T, R> Function<T, R> checked(CheckedFunction<T, R> function) {
        return input -> {
            try {
                return function.apply(input);
            } catch (PscException e) {
                throw new CompletionException(e);
            }
        };
    }

    /** The cause, without the wrappers that stages of a future add. */
    public static Throwable causeOf(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /**
     * A copy that its holder may complete or cancel without effect on the flow; it fails with the very same exception.
     */
    public static <T> CompletableFuture<T> mirror(CompletableFuture<T> flow) {
        return follow(flow, new CompletableFuture<>());
    }

    /** Ends the follower as the flow ends, but without the wrappers that stages add to a failure. */
    public static <T> CompletableFuture<T> follow(CompletableFuture<T> flow, CompletableFuture<T> follower) {
        flow.whenComplete((result, failure) -> {
            if (failure == null) {
                follower.complete(result);
            } else {
                follower.completeExceptionally(causeOf(failure));
            }
        });
        return follower;
    }

    /** A failure as text for the log; of foreign ones only the class, since their messages may quote personal data. */
    public static String describe(Throwable failure) {
        var cause = causeOf(failure);
        return cause instanceof PscException || cause instanceof StoreException
                ? Objects.requireNonNull(cause.getMessage())
                : cause.getClass().getName();
    }

    /**
     * Waits for the end of a flow.
     *
     * @throws InterruptedException if interrupted; the future is then cancelled
     */
    public static <T> T await(CompletableFuture<T> future) throws PscException, InterruptedException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            var cause = causeOf(Objects.requireNonNull(e.getCause()));
            if (cause instanceof PscException failure) {
                throw failure;
            }
            if (cause instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new IllegalStateException("a step of the engine failed", cause);
        }
    }
}

package io.github.pscsdk.relyingparty;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boundary between the engine and its caller: only a {@link PscException} or a cancellation gets through; any other
 * failure comes from what PSC sent and was not foreseen.
 */
record EngineBoundary(Duration limit, Scheduler timers) {
    private static final Logger log = LoggerFactory.getLogger(EngineBoundary.class);

    /** What the caller holds: ends with the flow or at the limit; cancelling it cancels the flow. */
    <T> CompletableFuture<T> exposed(CompletableFuture<T> flow) {
        return exposed(flow, this::noResult);
    }

    private <T> CompletableFuture<T> exposed(CompletableFuture<T> flow, Supplier<PscException> late) {
        var exposed = new CompletableFuture<T>();
        follow(flow, exposed);
        if (!exposed.isDone()) {
            endAtLimit(exposed, late);
            // Does nothing to a flow that is over.
            exposed.whenComplete((result, failure) -> flow.cancel(false));
        }
        return exposed;
    }

    /** The same for a flow that nobody else waits for, begun on the {@link CallingThread} where that is offered. */
    <T> CompletableFuture<T> onCallingThread(Consumer<CompletableFuture<T>> begin) {
        return onCallingThread(begin, this::noResult);
    }

    <T> CompletableFuture<T> onCallingThread(Consumer<CompletableFuture<T>> begin, Supplier<PscException> late) {
        var flow = new CompletableFuture<T>();
        // Before the flow begins, since it may be over when this thread is free again.
        var exposed = exposed(flow, late);
        CallingThread.lentTo(exposed, () -> {
            try {
                begin.accept(flow);
            } catch (StoreException e) {
                flow.completeExceptionally(e);
            }
            return null;
        });
        return exposed;
    }

    PscException noResult() {
        return new PscException(LoginProblem.PSC_UNAVAILABLE, "there is no result after " + limit.toMillis() + " ms");
    }

    private void endAtLimit(CompletableFuture<?> exposed, Supplier<PscException> late) {
        var forget = timers.limit(limit, () -> exposed.completeExceptionally(late.get()));
        exposed.whenComplete((result, failure) -> forget.run());
    }

    private static Throwable told(Throwable failure) {
        if (failure instanceof StoreException store) {
            return store.asPscException();
        }
        if (failure instanceof PscException || failure instanceof CancellationException) {
            return failure;
        }
        // Without the failure itself: its message may quote what PSC sent.
        log.warn("an operation failed by what was not foreseen: {}", Futures.describe(failure));
        return new PscException(
                LoginProblem.PSC_ANSWER_INVALID,
                "not foreseen: " + failure.getClass().getName());
    }

    /** The same without a limit: a professional is waited for. Cancelling it leaves the flow alone. */
    <T> CompletableFuture<T> waiting(CompletableFuture<T> flow) {
        var exposed = new CompletableFuture<T>();
        follow(flow, exposed);
        return exposed;
    }

    private static <T> void follow(CompletableFuture<T> flow, CompletableFuture<T> exposed) {
        flow.whenComplete((result, failure) -> {
            if (failure == null) {
                exposed.complete(result);
            } else {
                exposed.completeExceptionally(told(Futures.causeOf(failure)));
            }
        });
    }
}

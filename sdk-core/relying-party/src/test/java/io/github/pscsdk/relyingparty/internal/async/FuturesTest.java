package io.github.pscsdk.relyingparty.internal.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FuturesTest {
    private final PscException failure = new PscException(LoginProblem.REFUSED, "test");

    @Test
    void a_step_s_failure_comes_out_as_it_went_in() {
        var flow = CompletableFuture.completedFuture(1)
                .thenApply(Futures.checked(one -> {
                    throw failure;
                }))
                .thenApply(never -> never);

        assertSame(failure, assertThrows(PscException.class, () -> Futures.await(flow)));
    }

    @Test
    void an_interrupted_wait_cancels_the_flow() {
        var flow = new CompletableFuture<String>();
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> Futures.await(flow));

        assertTrue(flow.isCancelled());
    }

    @Test
    void a_cancelled_flow_is_no_failure_of_psc() {
        var flow = new CompletableFuture<String>();
        flow.cancel(true);

        assertThrows(CancellationException.class, () -> Futures.await(flow));
        assertThrows(CancellationException.class, () -> Futures.await(flow.thenApply(x -> x)));
    }

    @Test
    void a_mirror_fails_with_the_very_same_exception() {
        var flow = new CompletableFuture<String>();
        var mirror = Futures.mirror(flow.thenApply(x -> x));

        flow.completeExceptionally(failure);

        assertSame(
                failure, assertThrows(CompletionException.class, mirror::join).getCause());
    }

    @Test
    void foreign_exceptions_are_named_without_their_message() {
        assertEquals(failure.getMessage(), Futures.describe(new CompletionException(failure)));
        assertEquals("java.lang.IllegalStateException", Futures.describe(new IllegalStateException("secret")));
    }
}

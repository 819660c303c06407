package io.github.pscsdk.relyingparty;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Waits for stages, those too that a test began before. */
public final class Stages {
    private Stages() {}

    public static <T> T await(CompletionStage<T> begun) throws PscException, InterruptedException {
        return Futures.await(begun.toCompletableFuture());
    }

    public static <T> T await(Supplier<? extends CompletionStage<T>> operation)
            throws PscException, InterruptedException {
        return RelyingParty.await(operation);
    }
}

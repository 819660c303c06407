package io.github.pscsdk.relyingparty;

import io.github.pscsdk.diagnostic.PscException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How a caller waits for an operation. Whatever is promised of operations holds for both. */
enum Waiting {
    FOR_A_STAGE {
        @Override
        <T> T await(Supplier<CompletionStage<T>> operation) throws PscException, InterruptedException {
            return Stages.await(operation.get());
        }
    },
    ON_THE_CALLING_THREAD {
        @Override
        <T> T await(Supplier<CompletionStage<T>> operation) throws PscException, InterruptedException {
            return RelyingParty.await(operation);
        }
    };

    abstract <T> T await(Supplier<CompletionStage<T>> operation) throws PscException, InterruptedException;

    /** The same on a thread of its own, for a test that waits no longer than it wants to. */
    <T> CompletableFuture<T> elsewhere(Supplier<CompletionStage<T>> operation) {
        var ended = new CompletableFuture<T>();
        var caller = new Thread(() -> {
            try {
                ended.complete(await(operation));
            } catch (Throwable e) {
                ended.completeExceptionally(e);
            }
        });
        caller.setDaemon(true);
        caller.start();
        return ended;
    }
}

package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.PscException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The thread on which the database works. An interrupt closes the file that a thread is writing to, perhaps between a
 * row and its index; so the threads of callers, which may be interrupted, do not write.
 */
final class DatabaseThread {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DatabaseThread::daemon);

    @FunctionalInterface
    interface Work<T> {
        T call() throws PscException;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "psc-outbox");
        thread.setDaemon(true);
        return thread;
    }

    /** Works to the end, even if the caller is interrupted meanwhile; the caller stays interrupted. */
    <T> T call(Work<T> work) throws PscException {
        var result = new CompletableFuture<T>();
        thread.execute(() -> {
            try {
                result.complete(work.call());
            } catch (PscException | RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PscException failure) {
                throw failure;
            } else if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw e;
        }
    }

    /** Ends it, with its last work. */
    void end(Runnable last) {
        CompletableFuture.runAsync(last, thread).join();
        thread.shutdown();
    }
}

package io.github.pscsdk.example.desktop.model;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What a person answers, for the thread that waits for it. */
public final class Reply<T> {
    private final CompletableFuture<Optional<T>> answer = new CompletableFuture<>();

    Reply() {}

    /** Answers; the first answer counts. */
    public void give(T value) {
        answer.complete(Optional.of(value));
    }

    Optional<T> await() throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody makes it fail", e);
        }
    }

    /** Never what was answered. */
    @Override
    public String toString() {
        return "Reply[" + (answer.isDone() ? "given" : "awaited") + "]";
    }
}

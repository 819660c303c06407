package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One back-channel login that waits, as whoever waits for it sees it.
 *
 * @param outcome completed by whichever comes first: the session, a failure, a cancellation
 * @param cancelling ends the outcome, at once or once the store has taken that
 */
public record PendingLogin(
        String id, Instant deadline, CompletableFuture<PscSession> outcome, Consumer<PendingLogin> cancelling) {
    PendingLogin(String id, Instant deadline, Consumer<PendingLogin> cancelling) {
        this(id, deadline, new CompletableFuture<>(), cancelling);
    }

    public void cancel() {
        if (!outcome.isDone()) {
            cancelling.accept(this);
        }
    }

    /** Hides the id: whoever knows it may follow or cancel the login. */
    @Override
    public String toString() {
        return "PendingLogin[until " + deadline + "]";
    }
}

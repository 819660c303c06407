package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One back-channel login that waits, as whoever waits for it sees it.
 *
 * @param outcome completed by whichever comes first: the session, a failure, {@link #cancel}
 * @param stopAsking is called once, when it is cancelled
 */
public record PendingLogin(String id, Instant deadline, CompletableFuture<PscSession> outcome, Runnable stopAsking) {
    PendingLogin(String id, Instant deadline, Runnable stopAsking) {
        this(id, deadline, new CompletableFuture<>(), stopAsking);
    }

    public void cancel() {
        if (outcome.cancel(false)) {
            stopAsking.run();
        }
    }

    /** Hides the id: whoever knows it may follow or cancel the login. */
    @Override
    public String toString() {
        return "PendingLogin[until " + deadline + "]";
    }
}

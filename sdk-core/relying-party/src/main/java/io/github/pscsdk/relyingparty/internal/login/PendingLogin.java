package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One back-channel login that waits, as whoever waits for it sees it. */
public final class PendingLogin {
    private final String id;
    private final Instant deadline;
    private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();
    private final Runnable stopAsking;

    /** @param stopAsking is called once, when it is cancelled */
    PendingLogin(String id, Instant deadline, Runnable stopAsking) {
        this.id = id;
        this.deadline = deadline;
        this.stopAsking = stopAsking;
    }

    public String id() {
        return id;
    }

    public Instant deadline() {
        return deadline;
    }

    /** Completed by whichever comes first: the session, a failure, {@link #cancel}. */
    public CompletableFuture<PscSession> outcome() {
        return outcome;
    }

    /** Stops asking, unless there is an outcome. */
    public void cancel() {
        if (outcome.cancel(false)) {
            stopAsking.run();
        }
    }
}

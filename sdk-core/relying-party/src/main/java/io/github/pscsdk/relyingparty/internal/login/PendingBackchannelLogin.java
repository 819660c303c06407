package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.PscSession;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One back-channel login that waits. */
public final class PendingBackchannelLogin {
    private final String id = RandomValues.secret();
    private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();
    private final Instant deadline;
    private final Runnable stopAsking;

    PendingBackchannelLogin(Instant deadline, Runnable stopAsking) {
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

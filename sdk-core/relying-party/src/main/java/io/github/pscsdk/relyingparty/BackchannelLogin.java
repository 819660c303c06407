package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * A back-channel login (CIBA) that waits for the professional and holds no thread; safe for any thread. The outcome
 * arrives on a thread of the engine, which may not be blocked.
 */
public final class BackchannelLogin {
    private final String id;
    private final Instant deadline;
    private final CompletionStage<PscSession> outcome;
    private final Runnable cancel;

    BackchannelLogin(String id, Instant deadline, CompletionStage<PscSession> outcome, Runnable cancel) {
        this.id = id;
        this.deadline = deadline;
        this.outcome = outcome;
        this.cancel = cancel;
    }

    /** Random and unguessable: whoever knows it may follow or cancel the login. */
    public String id() {
        return id;
    }

    /**
     * When PSC forgets the request; the outcome is there a second later at the latest. Where another node polls, it is
     * there once that node has written it, some seconds later at the latest if the store is away.
     */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Completes with the session; or exceptionally with a {@link io.github.pscsdk.diagnostic.PscException}, or a {@link
     * java.util.concurrent.CancellationException} after {@link #cancel}: {@code PSC_UNAVAILABLE} if PSC is away at the
     * last poll, or owes an answer at the deadline, {@code INTERRUPTED} if the session store was away when PSC granted
     * the login. Without a session, what PSC has opened is ended there in the background, also if tokens come within a
     * request's 15 seconds. Completing the stage by hand changes nothing.
     */
    public CompletionStage<PscSession> outcome() {
        return outcome;
    }

    /**
     * Stops asking at once, or, where another node polls, once the store has taken that: the outcome is {@code
     * STORE_UNAVAILABLE} if it does not within some twenty seconds. Does nothing once the login has ended on any node.
     * PSC offers no way to withdraw the request.
     */
    public void cancel() {
        cancel.run();
    }

    @Override
    public String toString() {
        return "BackchannelLogin[until " + deadline + "]";
    }
}

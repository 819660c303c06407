package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * A back-channel login (CIBA) that waits for the professional. Holds no thread meanwhile; safe for any thread.
 *
 * <p>The outcome arrives on a thread of the engine: whoever follows it is quick there, or hops to a thread of their own.
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
     * When Pro Santé Connect forgets the request; the outcome is there a second later at the latest, whatever PSC does. Where another node polls, it is there once that one has written it, and some
     * seconds later at the latest if the store stays away.
     */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Completes with the session; or exceptionally with a {@link io.github.pscsdk.diagnostic.PscException}, with a {@link
     * java.util.concurrent.CancellationException} after {@link #cancel}. Completing
     * it by hand changes nothing. Where PSC still owes an answer at the deadline, the problem is {@code PSC_UNAVAILABLE}; where PSC has granted the login, and the session store was away for too long to
     * take it, it is {@code INTERRUPTED}. In any case but that of a session, what PSC has opened is ended there in the background, also if tokens come within the 15 seconds that a request
     * has.
     */
    public CompletionStage<PscSession> outcome() {
        return outcome;
    }

    /** Stops asking at once. Does nothing once there is an outcome. PSC offers no way to withdraw the request. */
    public void cancel() {
        cancel.run();
    }

    @Override
    public String toString() {
        return "BackchannelLogin[until " + deadline + "]";
    }
}

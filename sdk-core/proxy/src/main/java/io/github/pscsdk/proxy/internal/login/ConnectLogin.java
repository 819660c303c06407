package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A {@code /connect} that waits: it is this node's alone, and dies with its connection. The first end counts. Safe for any thread. */
public final class ConnectLogin {
    private final Runnable atEnd;
    private final Supplier<CompletableFuture<Void>> atFailure;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();

    /**
     * A login that Pro Santé Connect has accepted.
     *
     * @param atEnd runs before anybody learns of the end
     * @param atFailure is awaited too where there is no session; never fails
     */
    ConnectLogin(Runnable atEnd, Supplier<CompletableFuture<Void>> atFailure) {
        this.atEnd = atEnd;
        this.atFailure = atFailure;
    }

    /**
     * Completes with the session; or exceptionally with a {@link io.github.pscsdk.diagnostic.PscException}, or with a
     * {@link CancellationException}. A copy: completing it changes nothing.
     */
    public CompletableFuture<PscSession> outcome() {
        return outcome.copy();
    }

    /** Stops waiting. A session that comes all the same is ended at once. */
    public void cancel() {
        fail(new CancellationException("cancelled"));
    }

    /** Ends in a session, of which nobody is told before {@link #tell}; false where the login had ended before. */
    boolean succeed() {
        var first = over.compareAndSet(false, true);
        if (first) {
            atEnd.run();
        }
        return first;
    }

    void tell(PscSession session) {
        outcome.complete(session);
    }

    /** The same where no session could be opened after all. */
    void tell(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    void fail(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            atEnd.run();
            atFailure.get().thenRun(() -> outcome.completeExceptionally(failure));
        }
    }

    boolean isOver() {
        return over.get();
    }
}

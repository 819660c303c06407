package io.github.pscsdk.example.proxy.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.example.proxy.access.Caller;
import io.github.pscsdk.example.proxy.trace.TraceJournal;
import io.github.pscsdk.example.proxy.trace.TraceType;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A login that was begun: it waits, or it has ended in a session, a failure or a cancellation. The first end counts, and
 * is traced before anybody learns of it. Safe for any thread.
 */
public final class Login {
    private final String id = RandomId.draw();
    private final Caller caller;
    private final RelyingParty client;
    private final Optional<NationalId> asked;
    private final Instant deadline;
    private final Optional<URI> authorizationUri;
    private final TraceJournal journal;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();
    private volatile boolean delivered;

    Login(
            Caller caller,
            RelyingParty client,
            Optional<NationalId> asked,
            Instant deadline,
            Optional<URI> authorizationUri,
            TraceJournal journal) {
        this.caller = caller;
        this.client = client;
        this.asked = asked;
        this.deadline = deadline;
        this.authorizationUri = authorizationUri;
        this.journal = journal;
    }

    /** Random and unguessable: whoever knows it, and has the same application token, may follow and cancel the login. */
    public String id() {
        return id;
    }

    /** When it ends at the latest. */
    public Instant deadline() {
        return deadline;
    }

    /** Where the professional's browser must go, in the browser way in. */
    public Optional<URI> authorizationUri() {
        return authorizationUri;
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

    /** The caller was told of the session: from now on it is theirs to end. */
    public void markDelivered() {
        delivered = true;
    }

    /** Whether this was the first end. */
    boolean succeed(PscSession session) {
        var first = over.compareAndSet(false, true);
        if (first) {
            journal.session(TraceType.CONNECT_SUCCESS, caller.origin(), client, session);
            outcome.complete(session);
        }
        return first;
    }

    void fail(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            journal.failure(
                    caller.origin(), Optional.of(client.clientId()), asked.map(NationalId::value), Optional.of(client));
            outcome.completeExceptionally(failure);
        }
    }

    /** The session that nobody was told of; empty while the login waits, after a failure, and once delivered. */
    Optional<PscSession> undelivered() {
        var hasSession = outcome.isDone() && !outcome.isCompletedExceptionally();
        return hasSession && !delivered ? Optional.of(outcome.join()) : Optional.empty();
    }

    RelyingParty client() {
        return client;
    }

    boolean isOf(Caller other) {
        return caller.application().equals(other.application());
    }

    @Override
    public String toString() {
        return "Login[" + client.clientId() + ", until " + deadline + "]";
    }
}

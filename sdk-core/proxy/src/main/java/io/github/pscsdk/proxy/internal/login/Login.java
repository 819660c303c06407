package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A login that was begun: it waits for the professional, in the browser way in then for the code that the page shows; or
 * it has ended in a session, a failure or a cancellation. The first end counts, and is traced before anybody learns of
 * it. Safe for any thread.
 */
public final class Login {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    private final String id = randomId();
    private final Caller caller;
    private final RelyingParty client;
    private final PendingLogin pending;
    private final Instant deadline;
    private final Optional<URI> authorizationUri;
    private final TraceJournal journal;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<CodeConfirmation> confirmation = new CompletableFuture<>();
    private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();
    private volatile boolean delivered;

    Login(
            Caller caller,
            RelyingParty client,
            PendingLogin pending,
            Instant deadline,
            Optional<URI> authorizationUri,
            TraceJournal journal) {
        this.caller = caller;
        this.client = client;
        this.pending = pending;
        this.deadline = deadline;
        this.authorizationUri = authorizationUri;
        this.journal = journal;
    }

    /** 192 bits, base64url. */
    private static String randomId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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

    /** How many codes are still heard, while the code of the browser's page is awaited; empty at any other time. */
    public OptionalInt triesLeft() {
        return confirmation().map(CodeConfirmation::triesLeft).orElse(OptionalInt.empty());
    }

    /** Completes, never exceptionally, when there is something to tell: a code is awaited, or the login is over. */
    public CompletableFuture<Void> news() {
        if (triesLeft().isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        return confirmation.isDone()
                ? over()
                : CompletableFuture.anyOf(confirmation, over()).thenAccept(any -> {});
    }

    /** Completes, never exceptionally, with the end. */
    CompletableFuture<Void> over() {
        return outcome.handle((session, failure) -> null);
    }

    /** Stops waiting. A session that comes all the same is ended at once. */
    public void cancel() {
        fail(new CancellationException("cancelled"));
    }

    /** The caller was told of the session: from now on it is theirs to end. */
    public void markDelivered() {
        delivered = true;
    }

    /** Waits for the code from now on; false where the login is over. */
    boolean await(CodeConfirmation awaited) {
        confirmation.complete(awaited);
        return !over.get();
    }

    Optional<CodeConfirmation> confirmation() {
        return Optional.ofNullable(confirmation.getNow(null));
    }

    /**
     * Opens the session that this login has come to: it reaches every backend, or there is none, since the contract knows
     * nothing in between. The login has its end when that is done.
     *
     * @param audiences the backends for which every session needs a token
     */
    void open(PscSession session, List<ApiAudience> audiences) {
        var active = new ActiveSession(client, session);
        if (over.get()) {
            active.end();
            return;
        }
        exchange(session, audiences).whenComplete((done, failure) -> {
            if (failure != null) {
                active.end().thenRun(() -> fail(causeOf(failure)));
            } else if (!succeed(session)) {
                active.end();
            }
        });
    }

    /** Side by side: the person waits for the slowest one. Fails as soon as one does; what the others bring then is given back. */
    private CompletableFuture<Void> exchange(PscSession session, List<ApiAudience> audiences) {
        var exchanges = audiences.stream()
                .map(audience -> client.exchange(session.id(), audience).toCompletableFuture())
                .toList();
        var done = CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new));
        exchanges.forEach(exchange -> exchange.whenComplete((token, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            }
        }));
        return done;
    }

    /** False where the login had ended before. */
    private boolean succeed(PscSession session) {
        var first = over.compareAndSet(false, true);
        if (first) {
            pending.end();
            try {
                journal.session(Trace.Type.CONNECT_SUCCESS, caller.origin(), client, session);
                outcome.complete(session);
            } catch (PscException e) {
                // Nobody was told of the session: what cannot be traced did not happen.
                new ActiveSession(client, session).end().thenRun(() -> outcome.completeExceptionally(e));
            }
        }
        return first;
    }

    void fail(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            pending.end();
            traceFailure();
            outcome.completeExceptionally(failure);
        }
    }

    /** What really failed: a stage that depends on another one wraps it. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }

    /** Of the person who was asked or, with a code that was wrong, of the one who logged in. */
    void traceFailure() {
        var person = pending.person()
                .or(() -> confirmation()
                        .map(awaited -> awaited.session().professional().nationalId()));
        journal.failure(
                caller.origin(), Optional.of(client.clientId()), person.map(NationalId::value), Optional.of(client));
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

package io.github.pscsdk.proxy.internal.session;

import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Opens the session that a login has come to: it reaches every backend and is traced, or there is none, since the contract knows nothing in between.
 */
public final class SessionOpening {
    private final Supplier<List<ApiAudience>> audiences;
    private final TraceJournal journal;

    /** @param audiences the backends for which every session needs a token, as they are now */
    public SessionOpening(Supplier<List<ApiAudience>> audiences, TraceJournal journal) {
        this.audiences = audiences;
        this.journal = journal;
    }

    /**
     * Opens a session.
     *
     * @param wanted asked once, after the backends and before the trace: whether somebody waits for it still
     * @return fails where it is not open; to end it then is the caller's
     */
    public CompletableFuture<Void> open(ActiveSession active, Caller.Origin origin, BooleanSupplier wanted) {
        return exchange(active).thenCompose(done -> {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits any more");
            }
            // Nobody is told of the session yet: what cannot be traced did not happen.
            return journal.session(Trace.Type.CONNECT_SUCCESS, origin, active.client(), active.session());
        });
    }

    /** Side by side: the person waits for the slowest one. Fails as soon as one does; what the others bring then is given back. */
    private CompletableFuture<Void> exchange(ActiveSession active) {
        var exchanges = audiences.get().stream()
                .map(audience -> active.client()
                        .exchange(active.session().id(), audience)
                        .toCompletableFuture())
                .toList();
        var done = CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new));
        exchanges.forEach(exchange -> exchange.whenComplete((token, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            }
        }));
        return done;
    }
}

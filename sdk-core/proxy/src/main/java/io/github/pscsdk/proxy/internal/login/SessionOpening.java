package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.sessionstore.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Opens the session that a login has come to, with a token for every backend and a trace, or none. Traces the logins
 * that came to none.
 *
 * @param audiences the backends for which every session needs a token, as they are now
 */
record SessionOpening(Supplier<List<ApiAudience>> audiences, TraceJournal journal, RelyingParties clients) {
    /**
     * @param wanted asked after the backends and before the trace: whether somebody waits for it still
     * @return fails where it is not open; to end it then is the caller's
     */
    CompletableFuture<Void> open(ActiveSession active, Caller.Origin origin, BooleanSupplier wanted) {
        return exchange(active).thenCompose(done -> {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits any more");
            }
            // Nobody is told of the session yet: what cannot be traced did not happen.
            return journal.session(Trace.Type.CONNECT_SUCCESS, origin, active);
        });
    }

    /** Side by side; fails as soon as one does, and what the others bring then is given back. */
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

    /** Traces a failure; never fails for the trace. */
    CompletableFuture<Void> traceFailure(StoredLogin login) {
        return traceFailure(login.begun().caller().origin(), login.begun().clientId(), login.person());
    }

    CompletableFuture<Void> traceFailure(Caller.Origin origin, String clientId, Optional<String> person) {
        return journal.failure(origin, Optional.of(clientId), person, clients.find(clientId));
    }

    /** Where the login does not begin, nobody is asked any more; a refusal, or a store that is away, is traced. */
    <T> CompletableFuture<T> traceUnlessBegun(
            CompletableFuture<T> begun, Caller caller, RelyingParty client, AdmittedLogin waits) {
        return begun.exceptionallyCompose(failure -> {
            waits.end();
            var cause = Futures.causeOf(failure);
            var traced = cause instanceof PscException || cause instanceof StoreException
                    ? traceFailure(
                            caller.origin(), client.clientId(), waits.person().map(NationalId::value))
                    : CompletableFuture.completedFuture(null);
            return traced.thenCompose(done -> CompletableFuture.failedFuture(failure));
        });
    }
}

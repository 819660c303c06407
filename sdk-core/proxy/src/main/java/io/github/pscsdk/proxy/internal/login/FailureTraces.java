package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.sessionstore.StoreException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Traces the logins that came to no session. What it returns is done when they are traced, or cannot be; it never fails for a trace. */
final class FailureTraces {
    private final TraceJournal journal;
    private final RelyingParties clients;

    FailureTraces(TraceJournal journal, RelyingParties clients) {
        this.journal = journal;
        this.clients = clients;
    }

    CompletableFuture<Void> add(StoredLogin login) {
        return add(
                login.begun().origin(), login.begun().clientId(), login.step().known());
    }

    CompletableFuture<Void> add(Caller.Origin origin, String clientId, Optional<String> person) {
        return journal.failure(origin, Optional.of(clientId), person, clients.find(clientId));
    }

    /** Where the login does not begin, for whatever reason, nobody is asked any more; what Pro Santé Connect refused, or the store could not keep, is traced. */
    <T> CompletableFuture<T> addUnlessBegun(
            CompletableFuture<T> begun, Caller caller, RelyingParty client, PendingLogin waits) {
        return begun.exceptionallyCompose(failure -> {
            waits.end();
            var cause = RelyingParty.causeOf(failure);
            var traced = cause instanceof PscException || cause instanceof StoreException
                    ? add(caller.origin(), client.clientId(), waits.person().map(NationalId::value))
                    : CompletableFuture.completedFuture(null);
            return traced.thenCompose(done -> CompletableFuture.failedFuture(failure));
        });
    }
}

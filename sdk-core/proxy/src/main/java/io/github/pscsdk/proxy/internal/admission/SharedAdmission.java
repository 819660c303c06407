package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.admission.SharedCounts.Limit;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Admission of nodes that share a store, and count together. A login that this node has admitted is ended where the others refuse it. */
final class SharedAdmission {
    private final AttemptLimits limits;
    private final StoreCalls calls;
    private final SharedCounts counts;
    private final BackchannelRequestLeases leases;

    SharedAdmission(AttemptLimits limits, StoreCalls calls, SharedCounts counts, BackchannelRequestLeases leases) {
        this.limits = limits;
        this.calls = calls;
        this.counts = counts;
        this.leases = leases;
    }

    CompletableFuture<PendingLogin> onDevice(PendingLogin mine, Caller caller, String clientId, NationalId person) {
        // Two identifiers that differ in case name the same person.
        var asked = person.value().toLowerCase(Locale.ROOT);
        var lease = leases.of(clientId, asked);
        // Before it is taken: whatever becomes of the store's answer, the lease is released with the login.
        mine.tell(lease);
        return admitted(mine, () -> {
            lease.take().ifPresent(left -> {
                throw RefusedException.alreadyPending(left);
            });
            admit(List.of(ofCaller(caller), new Limit("person", asked, limits.perNationalId(), limits.window())));
        });
    }

    CompletableFuture<PendingLogin> inBrowser(PendingLogin mine, Caller caller) {
        return admitted(mine, () -> admit(List.of(ofCaller(caller))));
    }

    CompletableFuture<Void> code(Caller caller) {
        return calls.run(() -> {
            admit(List.of(new Limit("code", caller.key(), limits.codesPerCaller(), limits.window())));
            return null;
        });
    }

    private Limit ofCaller(Caller caller) {
        return new Limit("caller", caller.key(), limits.perCaller(), limits.window());
    }

    private CompletableFuture<PendingLogin> admitted(PendingLogin mine, Runnable admission) {
        return calls.run(() -> {
                    admission.run();
                    return mine;
                })
                .whenComplete((admitted, refusal) -> {
                    if (refusal != null) {
                        mine.end();
                    }
                });
    }

    private void admit(List<Limit> attempts) {
        counts.begin(attempts).ifPresent(left -> {
            throw RefusedException.tooMany(left);
        });
    }
}

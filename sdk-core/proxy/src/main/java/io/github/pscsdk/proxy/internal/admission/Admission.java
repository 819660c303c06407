package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.proxy.internal.admission.SharedCounts.Limit;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.Caller;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Lets a login begin, or throws {@link RefusedException} with the time after which to try again: bounds how often
 * logins are started and how many are pending on this node, and has one professional asked once at a time, since each
 * login rings a phone. All nodes that share a store count together. Safe for any thread; nothing blocks.
 */
public record Admission(
        AttemptLimits limits, AdmittedLogin.Registry logins, StoreAccess store, BackchannelRequestLeases leases) {
    /** For a login on a device; the caller ends it. A refused login counts as no attempt. */
    public CompletableFuture<AdmittedLogin> onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var clientId = login.client().clientId();
        var mine = logins.onDevice(clientId, person);
        // Two identifiers that differ in case name the same person.
        var name = person.value().toLowerCase(Locale.ROOT);
        var attempts = List.of(ofCaller(caller), new Limit("person", name, limits.perNationalId(), limits.window()));
        // Attempts are counted in the store, which forgets them after their window: nothing else bounds how many are
        // kept.
        if (store.sessions().isInProcess()) {
            return admitted(mine, () -> count(attempts));
        }
        var lease = leases.of(clientId, person.value());
        // Before it is taken: whatever becomes of the store's answer, the lease is released with the login.
        mine.tell(lease);
        return admitted(mine, () -> {
            lease.take().ifPresent(left -> {
                throw RefusedException.alreadyPending(left);
            });
            count(attempts);
        });
    }

    /** The same where nothing bounds how often: in conformity mode. */
    public AdmittedLogin onDeviceUncounted(DeviceLogin login) {
        return logins.besideOthers(login.request().nationalId());
    }

    /** For a login in the browser; the caller ends it. */
    public CompletableFuture<AdmittedLogin> inBrowser(Caller caller) {
        return admitted(logins.inBrowser(), () -> count(List.of(ofCaller(caller))));
    }

    /** For the code of a browser login, be it right, wrong or none. */
    public CompletableFuture<Void> code(Caller caller) {
        return store.calls().run(() -> {
            count(List.of(new Limit("code", caller.key(), limits.codesPerCaller(), limits.window())));
            return null;
        });
    }

    private Limit ofCaller(Caller caller) {
        return new Limit("caller", caller.key(), limits.perCaller(), limits.window());
    }

    private void count(List<Limit> attempts) {
        new SharedCounts(store.sessions(), store.clock()).begin(attempts).ifPresent(left -> {
            throw RefusedException.tooMany(left);
        });
    }

    /** A login that this node has admitted is ended where it is refused for all. */
    private CompletableFuture<AdmittedLogin> admitted(AdmittedLogin mine, Runnable admission) {
        return store.calls()
                .run(() -> {
                    admission.run();
                    return mine;
                })
                .whenComplete((admitted, refusal) -> {
                    if (refusal != null) {
                        mine.end();
                    }
                });
    }
}

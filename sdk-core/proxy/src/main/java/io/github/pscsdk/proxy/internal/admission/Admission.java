package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.internal.admission.SharedCounts.Limit;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.Caller;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lets a login begin, or throws {@link RefusedException} with the time after which to try again: bounds how often logins are
 * started and how many are pending, and has one professional asked once at a time, since each login rings a phone. How many are pending counts on each node; the rest counts on all nodes that
 * share a store. Safe for any thread; nothing blocks.
 */
public final class Admission {
    private final AttemptLimits limits;
    private final PendingLogin.Registry pending;
    private final StoreAccess store;
    private final BackchannelRequestLeases leases;
    private final LoginLimit callers;
    private final LoginLimit professionals;
    private final LoginLimit codes;

    /**
     * Admission by those limits.
     *
     * @param logins those that are pending
     * @param store where other nodes share it, they count together
     */
    public Admission(
            AttemptLimits limits, PendingLogin.Registry logins, StoreAccess store, BackchannelRequestLeases leases) {
        this.limits = limits;
        this.pending = logins;
        this.store = store;
        this.leases = leases;
        callers = new LoginLimit(store.clock(), limits.perCaller(), limits.window());
        professionals = new LoginLimit(store.clock(), limits.perNationalId(), limits.window());
        codes = new LoginLimit(store.clock(), limits.codesPerCaller(), limits.window());
    }

    /** For a login on a device; the caller ends it. A refused login counts as no attempt. */
    public CompletableFuture<PendingLogin> onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var clientId = login.client().clientId();
        var mine = pending.onDevice(clientId, person);
        if (store.sessions().isInProcess()) {
            return CompletableFuture.completedFuture(counted(mine, caller, Optional.of(person)));
        }
        var lease = leases.of(clientId, person.value());
        // Before it is taken: whatever becomes of the store's answer, the lease is released with the login.
        mine.tell(lease);
        var attempts = List.of(
                ofCaller(caller), new Limit("person", inOneCase(person), limits.perNationalId(), limits.window()));
        return admitted(mine, () -> {
            lease.take().ifPresent(left -> {
                throw RefusedException.alreadyPending(left);
            });
            countTogether(attempts);
        });
    }

    /** The same where nothing bounds how often: in conformity mode. */
    public PendingLogin onDeviceUncounted(DeviceLogin login) {
        return pending.besideOthers(login.request().nationalId());
    }

    /** For a login in the browser; the caller ends it. */
    public CompletableFuture<PendingLogin> inBrowser(Caller caller) {
        var mine = pending.inBrowser();
        return store.sessions().isInProcess()
                ? CompletableFuture.completedFuture(counted(mine, caller, Optional.empty()))
                : admitted(mine, () -> countTogether(List.of(ofCaller(caller))));
    }

    /** For the code of a browser login, be it right, wrong or none. */
    public CompletableFuture<Void> code(Caller caller) {
        if (store.sessions().isInProcess()) {
            admit(codes.begin(caller.key()));
            return CompletableFuture.completedFuture(null);
        }
        return store.calls().run(() -> {
            countTogether(List.of(new Limit("code", caller.key(), limits.codesPerCaller(), limits.window())));
            return null;
        });
    }

    private Limit ofCaller(Caller caller) {
        return new Limit("caller", caller.key(), limits.perCaller(), limits.window());
    }

    /** Two identifiers that differ in case name the same person. */
    private static String inOneCase(NationalId person) {
        return person.value().toLowerCase(Locale.ROOT);
    }

    private void countTogether(List<Limit> attempts) {
        admit(new SharedCounts(store.sessions(), store.clock()).begin(attempts));
    }

    /** A login that this node has admitted is ended where the others refuse it. */
    private CompletableFuture<PendingLogin> admitted(PendingLogin mine, Runnable admission) {
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

    private PendingLogin counted(PendingLogin login, Caller caller, Optional<NationalId> person) {
        try {
            admit(refuse(caller.key(), person));
        } catch (RefusedException e) {
            login.end();
            throw e;
        }
        return login;
    }

    private static void admit(Optional<Duration> wait) {
        wait.ifPresent(left -> {
            throw RefusedException.tooMany(left);
        });
    }

    /**
     * Counts one attempt, unless one limit is reached; a refused attempt counts nowhere, so that impatience does not
     * prolong the wait.
     *
     * @param caller application and address
     * @param professional whose phone would ring; empty in the browser way in
     * @return how long to wait, whole seconds; empty where the attempt may go on
     */
    synchronized Optional<Duration> refuse(String caller, Optional<NationalId> professional) {
        var person = professional.map(Admission::inOneCase);
        List<Duration> waits = new ArrayList<>();
        callers.retryAfter(caller).ifPresent(waits::add);
        person.flatMap(professionals::retryAfter).ifPresent(waits::add);
        if (waits.isEmpty()) {
            callers.count(caller);
            person.ifPresent(professionals::count);
        }
        return waits.stream().max(Duration::compareTo);
    }
}

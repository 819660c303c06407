package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.admission.PendingLogin.AlreadyPendingException;
import io.github.pscsdk.proxy.internal.admission.PendingLogin.NoRoomException;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.time.Clock;
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
    private final LoginLimit callers;
    private final LoginLimit professionals;
    private final LoginLimit codes;
    private final PendingLogin.Registry pending;
    private final Optional<SharedAdmission> shared;

    /**
     * Admission by those limits.
     *
     * @param logins those that are pending
     * @param sessions the store; where other nodes share it, they count together
     * @param clock the store's
     */
    public Admission(
            AttemptLimits limits,
            PendingLogin.Registry logins,
            SessionStore sessions,
            StoreCalls calls,
            BackchannelRequestLeases leases,
            Clock clock) {
        this.shared = sessions.isInProcess()
                ? Optional.empty()
                : Optional.of(new SharedAdmission(limits, calls, new SharedCounts(sessions, clock), leases));
        callers = new LoginLimit(clock, limits.perCaller(), limits.window());
        professionals = new LoginLimit(clock, limits.perNationalId(), limits.window());
        codes = new LoginLimit(clock, limits.codesPerCaller(), limits.window());
        pending = logins;
    }

    /** For a login on a device; the caller ends it. What is refused counts as no attempt. */
    public CompletableFuture<PendingLogin> onDevice(Caller caller, DeviceLogin login) {
        var person = login.request().nationalId();
        var clientId = login.client().clientId();
        var mine = begin(() -> pending.onDevice(clientId, person));
        return shared.map(nodes -> nodes.onDevice(mine, caller, clientId, person))
                .orElseGet(() -> CompletableFuture.completedFuture(counted(mine, caller, Optional.of(person))));
    }

    /** The same where nothing bounds how often: in conformity mode. */
    public PendingLogin onDeviceUncounted(DeviceLogin login) {
        return begin(() -> pending.besideOthers(login.request().nationalId()));
    }

    /** For a login in the browser; the caller ends it. */
    public CompletableFuture<PendingLogin> inBrowser(Caller caller) {
        var mine = begin(pending::inBrowser);
        return shared.map(nodes -> nodes.inBrowser(mine, caller))
                .orElseGet(() -> CompletableFuture.completedFuture(counted(mine, caller, Optional.empty())));
    }

    @FunctionalInterface
    private interface Begin {
        PendingLogin login() throws AlreadyPendingException, NoRoomException;
    }

    private static PendingLogin begin(Begin begin) {
        try {
            return begin.login();
        } catch (AlreadyPendingException e) {
            throw RefusedException.alreadyPending(e.left());
        } catch (NoRoomException e) {
            throw RefusedException.busy();
        }
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

    /** For the code of a browser login, be it right, wrong or none. */
    public CompletableFuture<Void> code(Caller caller) {
        if (shared.isPresent()) {
            return shared.get().code(caller);
        }
        admit(codes.begin(caller.key()));
        return CompletableFuture.completedFuture(null);
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
        // Two identifiers that differ in case name the same person.
        var person = professional.map(id -> id.value().toLowerCase(Locale.ROOT));
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

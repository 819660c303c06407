package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.AttemptLimits;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.PendingLogin;
import io.github.pscsdk.proxy.internal.login.RequestLeases;
import io.github.pscsdk.proxy.internal.login.RequestLeases.RequestLease;
import io.github.pscsdk.proxy.internal.login.SharedCounts;
import io.github.pscsdk.proxy.internal.login.SharedCounts.Limit;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.time.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admission of nodes that share a store, and count together. A login that this node has admitted is ended where the others refuse it. */
final class SharedAdmission {
    private static final Logger log = LoggerFactory.getLogger(SharedAdmission.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final int TRIES = 15;

    private final AttemptLimits limits;
    private final StoreCalls calls;
    private final SharedCounts counts;
    private final RequestLeases leases;
    private final Scheduler timers;

    SharedAdmission(AttemptLimits limits, SessionStore sessions, Clock clock, Scheduler timers) {
        this.limits = limits;
        this.calls = new StoreCalls(false, timers);
        this.counts = new SharedCounts(sessions, clock);
        this.leases = new RequestLeases(sessions, clock);
        this.timers = timers;
    }

    CompletableFuture<PendingLogin> onDevice(PendingLogin mine, Caller caller, String clientId, NationalId person) {
        // Two identifiers that differ in case name the same person.
        var asked = person.value().toLowerCase(Locale.ROOT);
        var lease = leases.of(clientId, asked);
        // Before it is taken: whatever becomes of the store's answer, the lease is released with the login.
        mine.tell(keeping(lease));
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

    private PendingLogin.Listener keeping(RequestLease lease) {
        return new PendingLogin.Listener() {
            @Override
            public void accepted(Instant deadline) {
                quietly(() -> lease.extendTo(deadline));
            }

            @Override
            public void ended() {
                quietly(lease::release);
            }
        };
    }

    private void quietly(Runnable work) {
        quietly(work, TRIES);
    }

    /** Tried again while the store is away: until then the other nodes refuse the professional. */
    private void quietly(Runnable work, int triesLeft) {
        calls.run(() -> {
                    work.run();
                    return null;
                })
                .whenComplete((told, failure) -> {
                    if (failure != null && triesLeft > 1) {
                        timers.after(BETWEEN_TRIES, () -> quietly(work, triesLeft - 1));
                    } else if (failure != null) {
                        log.warn(
                                "who is being asked is not told to other nodes: {}",
                                RelyingParty.causeOf(failure).getClass().getName());
                    }
                });
    }
}

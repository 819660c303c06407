package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Scheduler;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/** Logins for which another node polls: whoever waits for one here learns from the store how it ended. Looks once a second, while somebody waits. */
final class FollowedLogins {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RepeatedWorkLog lookLog =
            new RepeatedWorkLog(LoggerFactory.getLogger(FollowedLogins.class), "looking at logins of other nodes");
    private final LoginClaims claims;
    private final Sessions sessions;
    private final StoreCalls calls;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Set<Followed> followed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lookIsDue = new AtomicBoolean();

    private record Followed(String key, PendingLogin login) {}

    FollowedLogins(LoginClaims claims, Sessions sessions, StoreCalls calls, Scheduler scheduler, Clock clock) {
        this.claims = claims;
        this.sessions = sessions;
        this.calls = calls;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Ends that login as it ends in the store; by itself once no node can end it any more. */
    void follow(String key, PendingLogin login) {
        var mine = new Followed(key, login);
        followed.add(mine);
        login.outcome().whenComplete((session, failure) -> followed.remove(mine));
        look(mine);
        lookLater();
    }

    private void lookLater() {
        if (!followed.isEmpty() && lookIsDue.compareAndSet(false, true)) {
            scheduler.after(BETWEEN_LOOKS, () -> {
                followed.forEach(this::look);
                lookIsDue.set(false);
                lookLater();
            });
        }
    }

    private void look(Followed one) {
        claims.findByKey(one.key)
                .thenCompose(known -> {
                    if (known.isEmpty() || isPast(one.login)) {
                        return CompletableFuture.failedFuture(new PscException(
                                LoginProblem.INTERRUPTED, "the login is over, and no node could say how"));
                    }
                    return known.get()
                            .outcome()
                            .map(outcome -> end(one.login, outcome))
                            .orElseGet(() -> CompletableFuture.completedFuture(null));
                })
                .whenComplete((looked, failure) -> {
                    if (Futures.causeOf(failure) instanceof PscException known) {
                        one.login.outcome().completeExceptionally(known);
                    } else {
                        lookLog.done(failure);
                    }
                });
    }

    /** The node that polls has ended it by then; whoever took it over from one that died, too. */
    private boolean isPast(PendingLogin login) {
        return clock.instant().isAfter(login.deadline().plus(LoginClaims.LEASE).plus(LoginClaims.LEASE));
    }

    private CompletableFuture<Void> end(PendingLogin login, StoredOutcome outcome) {
        if (outcome.session().isEmpty()) {
            var failure = outcome.failure();
            login.outcome().completeExceptionally(failure);
            return CompletableFuture.completedFuture(null);
        }
        return calls.run(() -> sessions.peek(new SessionId(outcome.session().get())))
                .thenAccept(login.outcome()::complete);
    }
}

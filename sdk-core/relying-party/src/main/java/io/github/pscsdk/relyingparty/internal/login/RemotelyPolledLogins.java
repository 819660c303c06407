package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Ended;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.PeriodicTaskLog;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * Logins for which another node polls: looks into the store once a second how they ended, while somebody waits here.
 */
final class RemotelyPolledLogins implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** How long after its deadline a login's end may be looked for in a store that is away: as long as a call takes. */
    private static final Duration GRACE = StoreCalls.LIMIT;

    private final StoreAccess access;
    private final PeriodicTaskLog lookLog = new PeriodicTaskLog(
            LoggerFactory.getLogger(RemotelyPolledLogins.class), "looking at logins of other nodes");
    private final PolledLoginLeases claims;
    private final Sessions sessions;
    /** With their keys in the store. */
    private final Map<PendingLogin, String> followed = new ConcurrentHashMap<>();

    private final AtomicBoolean lookIsDue = new AtomicBoolean();
    private volatile boolean closed;

    RemotelyPolledLogins(PolledLoginLeases claims, Sessions sessions, StoreAccess access) {
        this.access = access;
        this.claims = claims;
        this.sessions = sessions;
    }

    /**
     * Ends that login as in the store, once no node can end it any more, or soon after its deadline where the store is
     * away.
     */
    void follow(String key, PendingLogin login) {
        followed.put(login, key);
        login.outcome().whenComplete((session, failure) -> followed.remove(login));
        if (closed) {
            login.outcome().cancel(false);
        }
        look(login, key);
        lookLater();
    }

    private void lookLater() {
        if (!followed.isEmpty() && lookIsDue.compareAndSet(false, true)) {
            access.timers().after(BETWEEN_LOOKS, () -> {
                followed.forEach(this::look);
                lookIsDue.set(false);
                lookLater();
            });
        }
    }

    private void look(PendingLogin login, String key) {
        claims.findByKey(key)
                .thenCompose(known -> {
                    if (known.isEmpty() || isPast(login, PolledLoginLeases.SETTLED)) {
                        return CompletableFuture.failedFuture(new PscException(
                                LoginProblem.INTERRUPTED, "the login is over, and no node could say how"));
                    }
                    return known.get() instanceof Ended ended
                            ? end(login, ended)
                            : CompletableFuture.<Void>completedFuture(null);
                })
                .whenComplete((looked, failure) -> {
                    if (Futures.causeOf(failure) instanceof PscException known) {
                        login.outcome().completeExceptionally(known);
                        return;
                    }
                    lookLog.done(failure);
                    if (failure != null && isPast(login, GRACE)) {
                        login.outcome().completeExceptionally(ofStore(Futures.causeOf(failure)));
                    }
                });
    }

    /** Ends that login for all nodes; if it is over by now, as in the store. Fails it where the store stays away. */
    void cancel(String key, PendingLogin login) {
        claims.cancel(key).whenComplete((cancelled, failure) -> {
            if (failure != null) {
                login.outcome().completeExceptionally(ofStore(Futures.causeOf(failure)));
            } else {
                look(login, key);
            }
        });
    }

    private static PscException ofStore(Throwable failure) {
        return failure instanceof StoreException store
                ? store.asPscException()
                : new PscException(
                        LoginProblem.STORE_UNAVAILABLE,
                        "a call about a login failed: " + failure.getClass().getName());
    }

    private boolean isPast(PendingLogin login, Duration more) {
        return access.clock().instant().isAfter(login.deadline().plus(more));
    }

    private CompletableFuture<Void> end(PendingLogin login, Ended outcome) {
        if (outcome.session().isEmpty()) {
            login.outcome().completeExceptionally(outcome.failure());
            return CompletableFuture.completedFuture(null);
        }
        return access.calls()
                .run(() -> sessions.peek(new SessionId(outcome.session().get())))
                .thenAccept(login.outcome()::complete);
    }

    /** Ends the waits on this node; the nodes that poll go on. */
    @Override
    public void close() {
        // First: a login that is followed from now on sees it, or is seen by the next line.
        closed = true;
        followed.keySet().forEach(login -> login.outcome().cancel(false));
    }
}

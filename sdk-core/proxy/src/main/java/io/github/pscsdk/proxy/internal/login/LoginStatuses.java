package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.LoginStore.Change;
import io.github.pscsdk.proxy.internal.login.StoredLogin.CodeShown;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Failed;
import io.github.pscsdk.proxy.internal.login.StoredLogin.OnDevice;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opened;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opening;
import io.github.pscsdk.proxy.internal.session.ActiveSession;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.time.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Callers who wait for news of their login. Any node answers, and goes on with a login whose node has died. Safe for any thread. */
public final class LoginStatuses {
    /** How soon whoever waits looks again: a step may have been made on another node, or a moment before they waited. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RelyingParties clients;
    private final LoginStore store;
    private final LoginOutcomes outcomes;
    private final StepSignals steps;
    private final Clock clock;
    private final Scheduler timers;
    private volatile boolean stopping;

    LoginStatuses(
            RelyingParties clients,
            LoginStore store,
            LoginOutcomes outcomes,
            StepSignals steps,
            Clock clock,
            Scheduler timers) {
        this.clients = clients;
        this.store = store;
        this.outcomes = outcomes;
        this.steps = steps;
        this.clock = clock;
        this.timers = timers;
    }

    /**
     * Where a login stands, as soon as there is something to tell: a code is awaited, or it is over. Else after the wait.
     *
     * @return fails with {@code LOGIN_NOT_WAITING} if this caller's application has no such login: no other may see it
     */
    public CompletableFuture<LoginStatus> await(String id, Caller caller, Duration wait) {
        return awaitUntil(id, caller, timers.elapsed().plus(wait));
    }

    private CompletableFuture<LoginStatus> awaitUntil(String id, Caller caller, Duration end) {
        return find(id, caller).thenCompose(login -> {
            var left = end.minus(timers.elapsed());
            if (login.step() instanceof CodeShown || login.isOver() || stopping || left.isNegative() || left.isZero()) {
                return told(id, login);
            }
            var pause = left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS;
            return timers.completeOnTimeout(steps.next(id), null, pause)
                    .thenCompose(step -> awaitUntil(id, caller, end));
        });
    }

    /** Fails where this caller's application has no such login. */
    CompletableFuture<StoredLogin> find(String id, Caller caller) {
        return store.find(id)
                .thenCompose(found -> found.filter(login -> login.begun().isOf(caller))
                        .map(login -> current(id, login))
                        .orElseGet(() -> notWaiting("no such login")));
    }

    /** The login as it stands by now, also where the node has died that was to see to it. */
    private CompletableFuture<StoredLogin> current(String id, StoredLogin login) {
        if (login.isOver()) {
            // On another node, perhaps: its place here is free.
            outcomes.over(id);
            return CompletableFuture.completedFuture(login);
        }
        var now = clock.instant();
        if (login.step() instanceof Opening opening && login.isLeftOpening(now)) {
            return goOnOpening(id, login, opening).thenApply(going -> login);
        }
        if (login.step() instanceof OnDevice asked) {
            return outcomes.device(id).isPresent()
                    ? CompletableFuture.completedFuture(login)
                    : goOnWaiting(id, login, asked).thenApply(going -> login);
        }
        return login.isWaiting() && !now.isBefore(login.begun().end())
                ? outcomes.expireIfOver(id)
                        .thenApply(change -> change.map(Change::after).orElse(login))
                : CompletableFuture.completedFuture(login);
    }

    private CompletableFuture<?> goOnWaiting(String id, StoredLogin login, OnDevice asked) {
        var client = clients.find(login.begun().clientId());
        if (client.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return client.get()
                .backchannelLogin(asked.device())
                .handle((device, failure) -> {
                    if (failure == null) {
                        outcomes.goOn(id, client.get(), device, asked);
                    } else if (RelyingParty.causeOf(failure) instanceof PscException known
                            && known.problem() == LoginProblem.LOGIN_NOT_WAITING) {
                        outcomes.fail(id, new PscException(LoginProblem.INTERRUPTED, "the node that asked is gone"));
                    }
                    return null;
                })
                .toCompletableFuture();
    }

    private CompletableFuture<?> goOnOpening(String id, StoredLogin login, Opening opening) {
        var client = clients.find(login.begun().clientId()).orElseThrow();
        return client.requireSessionAsync(new SessionId(opening.session()))
                .thenAccept(found -> outcomes.claimOpening(id, new ActiveSession(client, found)))
                .exceptionally(failure -> {
                    var problem = LoginOutcomes.problemOf(failure);
                    if (problem.problem() != LoginProblem.STORE_UNAVAILABLE) {
                        outcomes.fail(id, problem);
                    }
                    return null;
                })
                .toCompletableFuture();
    }

    /** Who is told of a session has it from then on. */
    private CompletableFuture<LoginStatus> told(String id, StoredLogin login) {
        if (login.step() instanceof CodeShown shown) {
            return CompletableFuture.completedFuture(new LoginStatus.CodeNeeded(shown.triesLeft()));
        }
        if (login.step() instanceof Failed failed) {
            return CompletableFuture.completedFuture(new LoginStatus.Failed(failed.failure()));
        }
        if (!(login.step() instanceof Opened opened)) {
            return CompletableFuture.completedFuture(new LoginStatus.Pending());
        }
        var done = new LoginStatus.Done(opened.session(), opened.sessionState());
        return opened.delivered()
                ? CompletableFuture.completedFuture(done)
                : store.change(id, now -> Optional.of(now.told()))
                        .thenCompose(change -> change.isPresent()
                                ? CompletableFuture.completedFuture(done)
                                : notWaiting("it was withdrawn"));
    }

    static <T> CompletableFuture<T> notWaiting(String detail) {
        return CompletableFuture.failedFuture(new PscException(LoginProblem.LOGIN_NOT_WAITING, detail));
    }

    /** Answers all who wait; whoever comes afterwards does not wait. */
    void stop() {
        stopping = true;
        steps.signalAll();
    }
}

package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.LoginStore.Change;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Step;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
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
            if (login.step() == Step.CODE || login.isOver() || stopping || left.isNegative() || left.isZero()) {
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
                .thenCompose(found -> found.filter(login -> login.isOf(caller))
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
        if (login.isLeftOpening(now)) {
            return goOnOpening(id, login).thenApply(going -> login);
        }
        if (login.device().isPresent()
                && login.step() == Step.WAITING
                && outcomes.device(id).isEmpty()) {
            return goOnWaiting(id, login).thenApply(going -> login);
        }
        var waitsForBrowser = login.page().isPresent() && (login.step() == Step.WAITING || login.step() == Step.CODE);
        return waitsForBrowser && !now.isBefore(login.end())
                ? outcomes.expireIfOver(id)
                        .thenApply(change -> change.map(Change::after).orElse(login))
                : CompletableFuture.completedFuture(login);
    }

    private CompletableFuture<?> goOnWaiting(String id, StoredLogin login) {
        var client = clients.find(login.clientId());
        if (client.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return client.get()
                .backchannelLogin(login.device().orElseThrow())
                .handle((device, failure) -> {
                    if (failure == null) {
                        outcomes.follow(id, client.get(), device);
                    } else if (RelyingParty.causeOf(failure) instanceof PscException known
                            && known.problem() == LoginProblem.LOGIN_NOT_WAITING) {
                        outcomes.fail(id, new PscException(LoginProblem.INTERRUPTED, "the node that asked is gone"));
                    }
                    return null;
                })
                .toCompletableFuture();
    }

    private CompletableFuture<?> goOnOpening(String id, StoredLogin login) {
        var client = clients.find(login.clientId()).orElseThrow();
        var session = new SessionId(login.session().orElseThrow());
        return client.requireSessionAsync(session)
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
        return switch (login.step()) {
            case WAITING, OPENING -> CompletableFuture.completedFuture(new LoginStatus.Pending());
            case CODE -> CompletableFuture.completedFuture(new LoginStatus.CodeNeeded(login.triesLeft()));
            case FAILED -> CompletableFuture.completedFuture(new LoginStatus.Failed(login.failure()));
            case DONE -> {
                var done = new LoginStatus.Done(
                        login.session().orElseThrow(), login.sessionState().orElse(""));
                yield login.delivered()
                        ? CompletableFuture.completedFuture(done)
                        : store.change(id, now -> Optional.of(now.told()))
                                .thenCompose(change -> change.isPresent()
                                        ? CompletableFuture.completedFuture(done)
                                        : notWaiting("it was withdrawn"));
            }
        };
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

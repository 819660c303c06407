package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases.Lease;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.login.LoginStore.Change;
import io.github.pscsdk.proxy.internal.login.StoredLogin.CodeShown;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Failed;
import io.github.pscsdk.proxy.internal.login.StoredLogin.OnDevice;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opened;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opening;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings logins under {@code /v1} to their end, and tells callers where they stand. Of all nodes one makes each step,
 * by compare-and-set; the first end counts, is traced before anybody learns of it, and leaves no half a session. Any
 * node goes on with a login whose node has died. Safe for any thread.
 */
final class LoginOutcomes {
    private static final Logger log = LoggerFactory.getLogger(LoginOutcomes.class);

    /** How soon a caller who waits looks again for a step of another node. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final SessionOpening opening;
    private final Consumer<Problem> failed;
    private final RelyingParties clients;
    private final LoginStore store;
    private final BackchannelRequestLeases leases;
    private final Scheduler timers;
    private volatile boolean stopping;
    // Of the logins that this node began or went on with, until they are over.
    private final Map<String, AdmittedLogin> pending = new ConcurrentHashMap<>();
    private final Map<String, BackchannelLogin> devices = new ConcurrentHashMap<>();
    private final Map<String, Lease> leasesOfOthers = new ConcurrentHashMap<>();
    /** Ids of logins whose sessions this node opens. */
    private final Set<String> openings = ConcurrentHashMap.newKeySet();

    LoginOutcomes(
            SessionOpening opening,
            Consumer<Problem> failed,
            RelyingParties clients,
            LoginStore store,
            BackchannelRequestLeases leases,
            Scheduler timers) {
        this.opening = opening;
        this.failed = failed;
        this.clients = clients;
        this.store = store;
        this.leases = leases;
        this.timers = timers;
    }

    void expect(String id, AdmittedLogin waits) {
        pending.put(id, waits);
    }

    void follow(String id, RelyingParty client, BackchannelLogin device) {
        devices.put(id, device);
        device.outcome().whenComplete((session, failure) -> {
            if (failure == null) {
                claimOpening(id, new ActiveSession(client, session));
            } else if (!(Futures.causeOf(failure) instanceof CancellationException)) {
                fail(id, problemOf(failure));
            }
            // A login that was cancelled has been withdrawn, or left to another node.
            over(id);
        });
    }

    /** The device of a login with which this node goes on; empty where another one does. */
    Optional<BackchannelLogin> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    /** From now on one node opens the session. */
    private void claimOpening(String id, ActiveSession active) {
        var handle = active.session().id().value();
        var until = StoredLogin.openedUntil(store.now());
        store.keep(id, login -> login.claimed(handle, until, store.now())).whenComplete((change, failure) -> {
            if (failure != null) {
                // A caller who asks when the store is back makes the login go on, and needs the session.
                log.warn("a login that was granted waits until somebody asks for it: the store is away");
            } else if (change.isEmpty()) {
                active.end();
            } else if (change.get().made()) {
                open(id, active, change.get().after());
            } else if (!isOf(change.get().after(), active)) {
                // It ended otherwise, and nobody gets this session.
                active.end();
            }
        });
    }

    private static boolean isOf(StoredLogin login, ActiveSession active) {
        return login.session().equals(Optional.of(active.session().id().value()));
    }

    void open(String id, ActiveSession active, StoredLogin login) {
        var until = ((Opening) login.step()).until();
        openings.add(id);
        opening.open(active, login.begun().caller().origin(), () -> true).whenComplete((done, failure) -> {
            if (failure == null) {
                opened(id, active);
            } else {
                unopened(id, active, until, problemOf(failure));
            }
        });
    }

    private void opened(String id, ActiveSession active) {
        store.keep(id, now -> now.opened(active.session().sessionState())).whenComplete((change, unknown) -> {
            over(id);
            if (unknown == null) {
                endUnlessOf(change, active);
            }
        });
    }

    /** Left alone where another node has gone on with it: somebody may have been told of the session. */
    private void unopened(String id, ActiveSession active, Instant until, PscException problem) {
        var handle = active.session().id().value();
        store.keep(id, now -> now.unopened(handle, until, problem)).whenComplete((change, unknown) -> {
            if (unknown != null) {
                // A caller who asks when the store is back makes the login go on.
                over(id);
                return;
            }
            endUnlessOf(change, active);
            change.filter(Change::made).ifPresentOrElse(made -> failed(id, made), () -> over(id));
        });
    }

    private static void endUnlessOf(Optional<Change> change, ActiveSession active) {
        if (change.filter(now -> isOf(now.after(), active)).isEmpty()) {
            active.end();
        }
    }

    /** Ends a login that is not over. The first end counts, and is traced before anybody learns of it. */
    CompletableFuture<Optional<Change>> fail(String id, PscException problem) {
        return end(id, login -> login.failed(problem)).whenComplete((change, failure) -> over(id));
    }

    private CompletableFuture<Optional<Change>> end(String id, Function<StoredLogin, Optional<StoredLogin>> end) {
        return store.keep(id, end)
                .whenComplete((change, failure) -> {
                    if (failure != null) {
                        log.warn(
                                "how a login ended could not be kept: {}",
                                Futures.causeOf(failure).getClass().getName());
                    }
                })
                .thenCompose(change -> change.filter(Change::made)
                        .map(made -> failed(id, made))
                        .orElseGet(() -> CompletableFuture.completedFuture(null))
                        .thenApply(traced -> change));
    }

    CompletableFuture<Optional<Change>> expire(String id) {
        return end(id, StoredLogin::expired).whenComplete((change, failure) -> {
            // Another node opens the session, and tells nobody here of the end.
            if (!openings.contains(id)) {
                over(id);
            }
        });
    }

    /** This node has had a login fail: a session that nobody was told of is ended, here and at Pro Santé Connect. */
    CompletableFuture<Void> failed(String id, Change change) {
        failed.accept(((Failed) change.after().step()).failure().problem());
        var before = change.before();
        if (before.step() instanceof CodeShown) {
            session(before).thenCompose(ActiveSession::end);
        }
        return opening.traceFailure(before).thenRun(() -> over(id));
    }

    /** Nothing of that login is left for this node to do. */
    void over(String id) {
        devices.remove(id);
        openings.remove(id);
        Optional.ofNullable(pending.remove(id)).ifPresent(AdmittedLogin::end);
        Optional.ofNullable(leasesOfOthers.remove(id)).ifPresent(Lease::ended);
        store.signalStep(id);
    }

    /** The session that a login came to and nobody was told of. */
    CompletableFuture<ActiveSession> session(StoredLogin login) {
        return clients.require(new SessionId(login.session().orElseThrow()));
    }

    /** The problem of which callers who follow the login are told. */
    static PscException problemOf(Throwable failure) {
        var cause = Futures.causeOf(failure);
        if (cause instanceof StoreException store) {
            return store.asPscException();
        }
        if (!(cause instanceof PscException known)) {
            return new PscException(LoginProblem.LOGIN_NOT_WAITING, "the login was given up");
        }
        // Of a session that nobody was told of.
        return known.problem() == LoginProblem.SESSION_ENDED
                ? new PscException(LoginProblem.INTERRUPTED, "its session is gone")
                : known;
    }

    /**
     * Where a login stands, as soon as a code is awaited or it is over; else after the wait.
     *
     * @return fails with {@code LOGIN_NOT_WAITING} if this caller's application has no such login
     */
    CompletableFuture<LoginState> await(String id, Caller caller, Duration wait, Locale language) {
        var end = timers.elapsed().plus(wait);
        return awaitUntil(id, caller, end).thenCompose(login -> told(id, login, language));
    }

    private CompletableFuture<StoredLogin> awaitUntil(String id, Caller caller, Duration end) {
        return find(id, caller).thenCompose(login -> {
            var left = end.minus(timers.elapsed());
            if (login.step() instanceof CodeShown || login.isOver() || stopping || left.compareTo(Duration.ZERO) <= 0) {
                return CompletableFuture.completedFuture(login);
            }
            var pause = left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS;
            return timers.completeOnTimeout(store.nextStep(id), id, pause)
                    .thenCompose(same -> awaitUntil(same, caller, end));
        });
    }

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
            over(id);
            return CompletableFuture.completedFuture(login);
        }
        var now = store.now();
        if (login.step() instanceof Opening left && login.isLeftOpening(now)) {
            return resume(login, client -> goOnOpening(id, client, left));
        }
        if (login.step() instanceof OnDevice asked) {
            return devices.containsKey(id)
                    ? CompletableFuture.completedFuture(login)
                    : resume(login, client -> goOnWaiting(id, client, asked));
        }
        return !now.isBefore(login.begun().deadline())
                ? expire(id).thenApply(change -> change.map(Change::after).orElse(login))
                : CompletableFuture.completedFuture(login);
    }

    private CompletableFuture<StoredLogin> resume(StoredLogin login, Function<RelyingParty, CompletionStage<Void>> go) {
        return clients.find(login.begun().clientId())
                .map(go)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApply(done -> login)
                .toCompletableFuture();
    }

    private CompletionStage<Void> goOnWaiting(String id, RelyingParty client, OnDevice asked) {
        return client.backchannelLogin(asked.device()).handle((device, failure) -> {
            if (failure == null) {
                goOn(id, client, device, asked);
            } else if (Futures.causeOf(failure) instanceof PscException known
                    && known.problem() == LoginProblem.LOGIN_NOT_WAITING) {
                fail(id, new PscException(LoginProblem.INTERRUPTED, "the node that asked is gone"));
            }
            return null;
        });
    }

    /** Nobody else asks the professional meanwhile. */
    private void goOn(String id, RelyingParty client, BackchannelLogin device, OnDevice asked) {
        asked.request()
                .ifPresent(request -> leasesOfOthers.computeIfAbsent(
                        id, mine -> leases.goOn(client.clientId(), asked.person(), request)));
        follow(id, client, device);
    }

    private CompletionStage<Void> goOnOpening(String id, RelyingParty client, Opening left) {
        return client.requireSession(new SessionId(left.session()))
                .thenAccept(found -> claimOpening(id, new ActiveSession(client, found)))
                .exceptionally(failure -> {
                    var problem = problemOf(failure);
                    if (problem.problem() != LoginProblem.STORE_UNAVAILABLE) {
                        fail(id, problem);
                    }
                    return null;
                });
    }

    /** A caller who is told of a session has it from then on. */
    private CompletableFuture<LoginState> told(String id, StoredLogin login, Locale language) {
        if (login.step() instanceof CodeShown shown) {
            return CompletableFuture.completedFuture(LoginState.codeNeeded(shown.triesLeft()));
        }
        if (login.step() instanceof Failed ended) {
            var failure = ended.failure();
            var problem = failure.problem();
            var message = problem.remedy(language).title();
            return CompletableFuture.completedFuture(
                    LoginState.failed(problem.code(), message, RefusedException.facts(failure)));
        }
        if (!(login.step() instanceof Opened opened)) {
            return CompletableFuture.completedFuture(LoginState.pending());
        }
        var done = LoginState.done(opened.session(), opened.sessionState());
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

    /** Answers all who wait; a caller who comes afterwards does not wait. */
    void stop() {
        stopping = true;
        store.signalAll();
    }

    /** Leaves those that wait to other nodes. A session that is being opened is opened here. */
    void leaveAll() {
        for (var id : List.copyOf(pending.keySet())) {
            if (!openings.contains(id)) {
                over(id);
            }
        }
    }

    void failAll(PscException problem) {
        List.copyOf(pending.keySet()).forEach(id -> fail(id, problem));
    }
}

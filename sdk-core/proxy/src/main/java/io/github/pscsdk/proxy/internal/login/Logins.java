package io.github.pscsdk.proxy.internal.login;

import static io.github.pscsdk.proxy.internal.login.LoginOutcomes.notWaiting;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.login.LoginStore.Change;
import io.github.pscsdk.proxy.internal.login.StoredLogin.CodeShown;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Failed;
import io.github.pscsdk.proxy.internal.login.StoredLogin.InBrowser;
import io.github.pscsdk.proxy.internal.login.StoredLogin.OnDevice;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opened;
import io.github.pscsdk.proxy.internal.login.StoredLogin.PageCode;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.NewLogin.Created;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The logins under {@code /v1}: begins them in both ways, tells where they stand, takes the browser that comes back and
 * the code of its page, cancels them. They stand in the store, so that any node answers, and goes on when another has
 * died. Safe for any thread.
 */
public final class Logins implements AutoCloseable {

    /** A code that was right is answered when the session is open, or when that has failed. */
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(60);

    private final RelyingParties clients;
    private final LoginStore store;
    private final SessionOpening opening;
    private final LoginOutcomes outcomes;
    private final ConnectLogins connects;
    private final Scheduler timers;

    /**
     * @param audiences the backends for which every session needs a token, as they are now
     * @param failed hears what each login under {@code /v1} fails with
     */
    public Logins(
            Supplier<List<ApiAudience>> audiences,
            RelyingParties clients,
            StoreAccess access,
            BackchannelRequestLeases leases,
            TraceJournal journal,
            Consumer<Problem> failed,
            Scheduler timers) {
        this.clients = clients;
        this.store = new LoginStore(access);
        this.opening = new SessionOpening(audiences, journal, clients);
        this.outcomes = new LoginOutcomes(opening, failed, clients, store, leases, timers);
        this.connects = new ConnectLogins(opening, timers);
        this.timers = timers;
    }

    public ConnectLogins connects() {
        return connects;
    }

    private static Created created(String id, Instant deadline, Optional<URI> page) {
        return new Created(id, Optional.of(deadline.toString()), page);
    }

    /**
     * Asks the professional on a device; done as soon as Pro Santé Connect accepted the request.
     *
     * @param waits is told how long the professional may answer, and is ended with the login
     */
    public CompletableFuture<Created> onDevice(Caller caller, DeviceLogin login, AdmittedLogin waits) {
        var client = login.client();
        var begun = client.beginBackchannelLogin(login.request(), login.message())
                .thenCompose(device -> {
                    waits.pendsUntil(device.deadline());
                    var person = login.request().nationalId().value();
                    var stored = new StoredLogin(
                            new StoredLogin.Begun(caller, client.clientId(), device.deadline()),
                            new OnDevice(person, device.id(), waits.request()));
                    return begun(client, device, stored, waits);
                })
                .toCompletableFuture();
        return opening.traceUnlessBegun(begun, caller, client, waits);
    }

    private CompletableFuture<Created> begun(
            RelyingParty client, BackchannelLogin device, StoredLogin login, AdmittedLogin waits) {
        // A caller that knows it, and has the same application token, may follow and cancel the login.
        var id = Secrets.draw();
        return store.add(id, login)
                .thenApply(added -> {
                    outcomes.expect(id, waits);
                    outcomes.follow(id, client, device);
                    return created(id, device.deadline(), Optional.empty());
                })
                .whenComplete((begun, failure) -> {
                    if (failure != null) {
                        // Nobody can follow it.
                        device.cancel();
                    }
                });
    }

    /** Prepares a login in the browser, which {@linkplain #comeBack comes back}; {@code waits} is ended with it. */
    public CompletableFuture<Created> inBrowser(
            Caller caller, RelyingParty client, BrowserLogin.Options options, AdmittedLogin waits) {
        var begun = client.beginBrowserLogin(options)
                .thenCompose(page -> {
                    var id = Secrets.draw();
                    var login = new StoredLogin(
                            new StoredLogin.Begun(caller, client.clientId(), page.expiresAt()),
                            new InBrowser(page.authorizationUri()));
                    return store.add(id, login)
                            .thenCompose(added -> store.expect(page.state(), id, login))
                            .thenApply(expected -> {
                                outcomes.expect(id, waits);
                                timers.after(
                                        Duration.between(store.now(), page.expiresAt()), () -> outcomes.expire(id));
                                return created(id, page.expiresAt(), Optional.of(page.authorizationUri()));
                            });
                })
                .toCompletableFuture();
        return opening.traceUnlessBegun(begun, caller, client, waits);
    }

    /**
     * Where a login stands, as soon as a code is awaited or it is over; else after the wait.
     *
     * @return fails with {@code LOGIN_NOT_WAITING} if this caller's application has no such login: no other may see it
     */
    public CompletableFuture<LoginState> await(String id, Caller caller, Duration wait, Locale language) {
        return outcomes.await(id, caller, wait, language);
    }

    /**
     * The browser came back, on any node: completes with the code that its page shows, once.
     *
     * @param callback the address that the browser called
     * @param state what it brought along
     */
    public CompletableFuture<PageCode> comeBack(URI callback, String state) {
        return store.returned(state)
                .thenCompose(id -> id.map(known -> store.find(known)
                                .thenCompose(login -> login.filter(waiting -> waiting.step() instanceof InBrowser)
                                        .map(waiting -> comeBack(known, waiting, callback, state))
                                        .orElseGet(() -> notWaiting("the login has ended meanwhile"))))
                        .orElseGet(() -> notWaiting("no login waits for this return")));
    }

    private CompletableFuture<PageCode> comeBack(String id, StoredLogin login, URI callback, String state) {
        var client = clients.find(login.begun().clientId());
        if (client.isEmpty()) {
            return notWaiting("its client id is not registered any more");
        }
        return client.get()
                .completeBrowserLogin(callback, state)
                .toCompletableFuture()
                .handle((session, failure) -> failure == null
                        ? confirm(id, new ActiveSession(client.get(), session))
                        : outcomes.fail(id, LoginOutcomes.problemOf(failure))
                                .thenCompose(
                                        failed -> CompletableFuture.<PageCode>failedFuture(Futures.causeOf(failure))))
                .thenCompose(code -> code);
    }

    /**
     * Keeps the session back until the software gives the code of the browser's page: so nobody gets a session by
     * having somebody else log in.
     */
    private CompletableFuture<PageCode> confirm(String id, ActiveSession active) {
        var code = PageCode.draw();
        var handle = active.session().id().value();
        var person = active.session().professional().nationalId().value();
        return store.keep(id, login -> login.cameBack(code, handle, person, store.now()))
                .handle((change, failure) -> {
                    store.signalStep(id);
                    if (failure != null) {
                        active.end();
                        return outcomes.fail(id, new PscException(LoginProblem.INTERRUPTED, "the store is away"))
                                .handle((failed, unknown) -> failed)
                                .thenCompose(failed -> CompletableFuture.<PageCode>failedFuture(new PscException(
                                        LoginProblem.INTERRUPTED, "the login could not be kept in the store")));
                    }
                    if (change.filter(now -> now.after().session().equals(Optional.of(handle)))
                            .isPresent()) {
                        return CompletableFuture.completedFuture(code);
                    }
                    active.end();
                    return LoginOutcomes.<PageCode>notWaiting("the login ended while the browser was on its way");
                })
                .thenCompose(shown -> shown);
    }

    /**
     * Takes the code that was typed in the software. Completes with where the login stands then; exceptionally with
     * {@code LOGIN_NOT_WAITING} where no code is awaited, which costs nothing.
     */
    public CompletableFuture<LoginState> takeCode(String id, Caller caller, String typed, Locale language) {
        return outcomes.find(id, caller)
                .thenCompose(known -> store.keep(id, login -> login.offered(typed, store.now())))
                .thenCompose(change ->
                        change.map(made -> taken(id, made, typed)).orElseGet(() -> notWaiting("no such login")))
                .thenCompose(taken -> outcomes.await(id, caller, LONGEST_OPENING, language));
    }

    private CompletableFuture<Void> taken(String id, Change change, String typed) {
        var before = change.before();
        if (!change.made()) {
            // The same code again, of somebody whose first answer was lost.
            return before.hasCode(typed) ? CompletableFuture.completedFuture(null) : notWaiting("no code is awaited");
        }
        store.signalStep(id);
        if (change.after().step() instanceof Failed) {
            return outcomes.failed(id, change);
        }
        if (change.after().step() instanceof CodeShown) {
            return opening.traceFailure(before);
        }
        // Only now: for a login that nobody claims no backend's token is ever fetched.
        return outcomes.session(before)
                .thenAccept(active -> outcomes.open(id, active, change.after()))
                .exceptionallyCompose(failure -> {
                    var problem = LoginOutcomes.problemOf(failure);
                    return problem.problem() == LoginProblem.STORE_UNAVAILABLE
                            // A caller who asks when the store is back makes the login go on.
                            ? CompletableFuture.completedFuture(null)
                            : outcomes.fail(id, problem).thenApply(failed -> null);
                });
    }

    /** Cancels and forgets a login; a session that it brought and that nobody was told of is ended. */
    public CompletableFuture<Void> withdraw(String id, Caller caller) {
        return store.find(id)
                .thenCompose(found -> found.filter(login -> login.begun().isOf(caller))
                        .map(login -> withdraw(id))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> withdraw(String id) {
        return store.take(id).thenCompose(taken -> {
            taken.ifPresent(login -> endTaken(id, login));
            outcomes.over(id);
            return taken.filter(login -> !login.isOver())
                    .map(opening::traceFailure)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        });
    }

    private void endTaken(String id, StoredLogin login) {
        // The node that opens a session finds the login gone, and ends it.
        if (login.step() instanceof OnDevice asked) {
            cancelDevice(id, login, asked);
        } else if (login.step() instanceof CodeShown || login.step() instanceof Opened opened && !opened.delivered()) {
            outcomes.session(login).thenCompose(ActiveSession::end);
        }
    }

    private void cancelDevice(String id, StoredLogin login, OnDevice asked) {
        outcomes.device(id)
                .ifPresentOrElse(
                        BackchannelLogin::cancel,
                        () -> clients.find(login.begun().clientId())
                                .map(client -> client.backchannelLogin(asked.device()))
                                .ifPresent(elsewhere -> elsewhere.thenAccept(BackchannelLogin::cancel)));
    }

    /**
     * Answers all who wait; a caller who comes afterwards does not wait. Logins that other nodes know of are theirs
     * from now on.
     */
    public void stopWaiting() {
        outcomes.stop();
        if (!store.isInProcess()) {
            outcomes.leaveAll();
        }
    }

    /** Ends what waits on this node alone: the proxy stops. */
    @Override
    public void close() {
        var stopped = new PscException(LoginProblem.SERVER_HALF_BUSY, "the proxy stops");
        connects.end(stopped);
        if (store.isInProcess()) {
            outcomes.failAll(stopped);
        }
        outcomes.stop();
    }
}

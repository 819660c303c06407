package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.login.StoredLogin.CodeShown;
import io.github.pscsdk.proxy.internal.login.StoredLogin.InBrowser;
import io.github.pscsdk.proxy.internal.login.StoredLogin.OnDevice;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opened;
import io.github.pscsdk.proxy.internal.session.ActiveSession;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionOpening;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.BrowserLoginOptions;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoreRetries;
import io.github.pscsdk.time.Scheduler;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Begins logins under {@code /v1} in both ways, and cancels them. Where a login stands is in the store, so that any node that shares it answers for
 * the login, and goes on with it when the node has died that began it. Safe for any thread.
 */
public final class Logins implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    private final RelyingParties clients;
    private final boolean isAlone;
    private final Clock clock;
    private final LoginStore store;
    private final FailureTraces failures;
    private final LoginOutcomes outcomes;
    private final LoginStatuses statuses;
    private final BrowserReturns returns;
    private final ConnectLogins connects;
    private final Scheduler timers;

    /**
     * A login that has begun.
     *
     * @param id random and unguessable: whoever knows it, and has the same application token, may follow and cancel the login
     * @param deadline when it ends at the latest
     * @param authorizationUri where the professional's browser must go, in the browser way in
     */
    public record Begun(String id, Instant deadline, Optional<URI> authorizationUri) {
        /** Hides the id. */
        @Override
        public String toString() {
            return "Begun[until " + deadline + "]";
        }
    }

    /**
     * The logins of this node.
     *
     * @param audiences the backends for which every session needs a token, as they are now
     * @param sessions where logins are, beside the sessions
     * @param calls of this store
     * @param leases by which one node asks a person at a time
     * @param failed hears what each login under {@code /v1} fails with
     * @param clock that of this store
     */
    public Logins(
            Supplier<List<ApiAudience>> audiences,
            RelyingParties clients,
            SessionStore sessions,
            StoreCalls calls,
            BackchannelRequestLeases leases,
            TraceJournal journal,
            Consumer<Problem> failed,
            Clock clock,
            Scheduler timers) {
        var opening = new SessionOpening(audiences, journal);
        var steps = new StepSignals();
        this.clients = clients;
        this.isAlone = sessions.isInProcess();
        this.clock = clock;
        this.store = new LoginStore(sessions, calls, clock, new StoreRetries(calls, timers));
        this.failures = new FailureTraces(journal, clients);
        this.outcomes = new LoginOutcomes(opening, failures, failed, clients, store, leases, steps, clock);
        this.statuses = new LoginStatuses(clients, store, outcomes, steps, clock, timers);
        this.returns = new BrowserReturns(clients, store, outcomes, statuses, failures, steps, clock);
        this.connects = new ConnectLogins(opening, failures);
        this.timers = timers;
    }

    /** Those of {@code /connect}. */
    public ConnectLogins connects() {
        return connects;
    }

    /** Where they stand. */
    public LoginStatuses statuses() {
        return statuses;
    }

    /** The second half of those in the browser. */
    public BrowserReturns returns() {
        return returns;
    }

    /** 192 bits, base64url. */
    private static String randomId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Asks the professional on a device; the future has the login as soon as Pro Santé Connect accepted the request.
     *
     * @param waits is told how long the professional may answer, and is ended with the login
     */
    public CompletableFuture<Begun> onDevice(
            Caller caller,
            RelyingParty client,
            BackchannelRequest request,
            BindingMessage message,
            PendingLogin waits) {
        var begun = client.beginBackchannelLogin(request, message)
                .thenCompose(device -> {
                    waits.pendsUntil(device.deadline());
                    var person = request.nationalId().value();
                    return begun(
                            client,
                            device,
                            new StoredLogin(
                                    new StoredLogin.Begun(caller, client.clientId(), device.deadline()),
                                    new OnDevice(person, device.id(), waits.request())),
                            waits);
                })
                .toCompletableFuture();
        return failures.addUnlessBegun(begun, caller, client, waits);
    }

    private CompletableFuture<Begun> begun(
            RelyingParty client, BackchannelLogin device, StoredLogin login, PendingLogin waits) {
        var id = randomId();
        outcomes.expect(id, waits);
        return store.add(id, login)
                .thenApply(added -> {
                    outcomes.follow(id, client, device);
                    return new Begun(id, device.deadline(), Optional.empty());
                })
                .whenComplete((begun, failure) -> {
                    if (failure != null) {
                        // Nobody can follow it.
                        device.cancel();
                        outcomes.over(id);
                    }
                });
    }

    /**
     * Prepares a login in the browser, which comes {@linkplain BrowserReturns#comeBack back}.
     *
     * @param waits is ended with the login
     */
    public CompletableFuture<Begun> inBrowser(
            Caller caller, RelyingParty client, BrowserLoginOptions options, PendingLogin waits) {
        var begun = client.beginBrowserLogin(options)
                .thenCompose(page -> begun(
                        page,
                        new StoredLogin(
                                new StoredLogin.Begun(caller, client.clientId(), page.expiresAt()),
                                new InBrowser(page.authorizationUri())),
                        waits))
                .toCompletableFuture();
        return failures.addUnlessBegun(begun, caller, client, waits);
    }

    private CompletableFuture<Begun> begun(BrowserLogin page, StoredLogin login, PendingLogin waits) {
        var id = randomId();
        outcomes.expect(id, waits);
        return store.add(id, login)
                .thenCompose(added -> store.expect(page.state(), id, login))
                .thenApply(expected -> {
                    timers.after(Duration.between(clock.instant(), page.expiresAt()), () -> outcomes.expire(id));
                    return new Begun(id, page.expiresAt(), Optional.of(page.authorizationUri()));
                })
                .whenComplete((begun, failure) -> {
                    if (failure != null) {
                        outcomes.over(id);
                    }
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
                    .map(failures::add)
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

    /** Answers all who wait; whoever comes afterwards does not wait. Logins that other nodes know of are theirs from now on. */
    public void stopWaiting() {
        statuses.stop();
        if (!isAlone) {
            outcomes.leaveAll();
        }
    }

    /** Ends what waits on this node alone: the proxy stops. */
    @Override
    public void close() {
        var stopped = new PscException(LoginProblem.SERVER_HALF_BUSY, "the proxy stops");
        connects.end(stopped);
        if (isAlone) {
            outcomes.failAll(stopped);
        }
        statuses.stop();
    }
}

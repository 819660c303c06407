package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.LoginStore.Change;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Step;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.BrowserLoginOptions;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoreClock;
import io.github.pscsdk.sessionstore.StoreException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins logins in both ways and sees each one to its end; every end is traced, and none leaves half a session. Where a login stands is in the store, so that any
 * node that shares it answers for the login, and goes on with it when the node has died that began it. Each step is made once, by compare-and-set.
 */
public final class Logins implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Logins.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    /** How soon whoever waits looks again: a step may have been made on another node, or a moment before they waited. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A code that was right is answered when the session is open, or when that has failed. */
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(60);

    private final TraceJournal journal;
    private final SessionOpening opening;
    private final RelyingParties clients;
    private final LoginStore store;
    private final StoreCalls calls;
    private final Timer timer;
    private final Clock clock;
    private final Set<ConnectLogin> connects = ConcurrentHashMap.newKeySet();
    // Of the logins that this node began or went on with, until they are over.
    private final Map<String, PendingLogin> pending = new ConcurrentHashMap<>();
    private final Map<String, BackchannelLogin> devices = new ConcurrentHashMap<>();
    private final LoginNews news = new LoginNews();
    private volatile boolean stopping;

    /** Does something later. The only thing of the logins that counts real time: a seam for tests. */
    @FunctionalInterface
    interface Timer {
        /** Runs {@code task} once after {@code delay}, on any thread. */
        void after(Duration delay, Runnable task);

        static Timer ofSystem() {
            return (delay, task) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(task);
        }
    }

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
     */
    public Logins(
            Supplier<List<ApiAudience>> audiences,
            RelyingParties clients,
            SessionStore sessions,
            TraceJournal journal,
            Clock clock) {
        this(audiences, clients, sessions, journal, clock, Timer.ofSystem());
    }

    Logins(
            Supplier<List<ApiAudience>> audiences,
            RelyingParties clients,
            SessionStore sessions,
            TraceJournal journal,
            Clock host,
            Timer timer) {
        this.journal = journal;
        this.opening = new SessionOpening(audiences, journal);
        this.clients = clients;
        this.calls = new StoreCalls(sessions.isInProcess());
        this.clock = StoreClock.of(sessions, calls, host);
        this.store = new LoginStore(sessions, calls, clock);
        this.timer = timer;
    }

    /** 192 bits, base64url. */
    private static String randomId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Asks the professional on a device for {@code /connect}, which waits itself; the future has the login as soon as Pro Santé Connect accepted the request.
     *
     * @param waits is told how long the professional may answer, and is ended with the login
     */
    public CompletableFuture<ConnectLogin> connect(
            Caller caller,
            RelyingParty client,
            BackchannelRequest request,
            BindingMessage message,
            PendingLogin waits) {
        return begin(caller, client, waits, client.beginBackchannelLoginHere(request, message), device -> {
            waits.pendsUntil(device.deadline());
            var person = waits.person().map(NationalId::value);
            var login = new ConnectLogin(waits::end, () -> traceFailure(caller.origin(), client.clientId(), person));
            connects.add(login);
            login.outcome().whenComplete((session, failure) -> {
                connects.remove(login);
                device.cancel();
            });
            device.outcome().whenComplete((session, failure) -> connected(login, client, caller, session, failure));
            return CompletableFuture.completedFuture(login);
        });
    }

    private void connected(
            ConnectLogin login, RelyingParty client, Caller caller, PscSession session, Throwable failure) {
        if (failure != null) {
            login.fail(causeOf(failure));
            return;
        }
        var active = new ActiveSession(client, session);
        if (login.isOver()) {
            active.end();
            return;
        }
        opening.open(active, caller.origin(), login::succeed).whenComplete((done, unopened) -> {
            if (unopened == null) {
                login.tell(session);
            } else if (login.isOver()) {
                login.tell(causeOf(unopened));
            } else {
                login.fail(causeOf(unopened));
            }
        });
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
        return begin(caller, client, waits, client.beginBackchannelLogin(request, message), device -> {
            waits.pendsUntil(device.deadline());
            var id = randomId();
            var person = request.nationalId().value();
            var login = StoredLogin.onDevice(caller, client.clientId(), person, device.id(), device.deadline());
            pending.put(id, waits);
            return store.add(id, login).thenApply(added -> {
                follow(id, client, device);
                return new Begun(id, device.deadline(), Optional.empty());
            });
        });
    }

    /** Concludes a login as the device does; where this node only goes on with it, too. */
    private void follow(String id, RelyingParty client, BackchannelLogin device) {
        devices.put(id, device);
        device.outcome().whenComplete((session, failure) -> {
            var cause = failure == null ? null : causeOf(failure);
            if (failure == null) {
                open(id, new ActiveSession(client, session));
            } else if (cause instanceof PscException known) {
                fail(id, known);
            } else if (!(cause instanceof CancellationException)) {
                fail(id, problemOf(cause));
            }
            // One that was cancelled has been withdrawn, or left to another node.
            over(id);
        });
    }

    /**
     * Prepares a browser login; it waits for {@link #comeBack}, and then for the code.
     *
     * @param waits is ended with the login
     */
    public CompletableFuture<Begun> inBrowser(
            Caller caller, RelyingParty client, BrowserLoginOptions options, PendingLogin waits) {
        return begin(caller, client, waits, client.beginBrowserLogin(options), begun -> {
            var id = randomId();
            var page = begun.authorizationUri();
            var login = StoredLogin.inBrowser(caller, client.clientId(), page, begun.expiresAt());
            pending.put(id, waits);
            return store.add(id, login)
                    .thenCompose(added -> store.expect(begun.state(), id, login))
                    .thenApply(expected -> {
                        timer.after(Duration.between(clock.instant(), begun.expiresAt()), () -> expire(id));
                        return new Begun(id, begun.expiresAt(), Optional.of(page));
                    });
        });
    }

    private <T, L> CompletableFuture<L> begin(
            Caller caller,
            RelyingParty client,
            PendingLogin waits,
            CompletionStage<T> begun,
            Function<T, CompletableFuture<L>> login) {
        return begun.thenCompose(login)
                // Whatever kept it from beginning: nobody is asked any more.
                .whenComplete((waiting, failure) -> {
                    if (failure != null) {
                        waits.end();
                    }
                    if (causeOf(failure) instanceof PscException) {
                        traceFailure(
                                caller.origin(),
                                client.clientId(),
                                waits.person().map(NationalId::value));
                    }
                })
                .toCompletableFuture();
    }

    private void traceFailure(Caller.Origin origin, String clientId, Optional<String> person) {
        journal.failure(origin, Optional.of(clientId), person, clients.find(clientId));
    }

    /**
     * Where a login stands, as soon as there is something to tell: a code is awaited, or it is over. Else after the wait.
     *
     * @return fails with {@code LOGIN_NOT_WAITING} if this caller's application has no such login: no other may see it
     */
    public CompletableFuture<LoginStanding> follow(String id, Caller caller, Duration wait) {
        return followUntil(id, caller, System.nanoTime() + wait.toNanos());
    }

    private CompletableFuture<LoginStanding> followUntil(String id, Caller caller, long end) {
        return find(id, caller).thenCompose(login -> {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (login.step() == Step.CODE || login.isOver() || stopping || left.isNegative() || left.isZero()) {
                return told(id, login);
            }
            var pause = left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS;
            return news.next(id)
                    .completeOnTimeout(null, Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS)
                    .thenCompose(step -> followUntil(id, caller, end));
        });
    }

    private CompletableFuture<StoredLogin> find(String id, Caller caller) {
        return store.find(id)
                .thenCompose(found -> found.filter(login -> login.isOf(caller))
                        .map(login -> current(id, login))
                        .orElseGet(() -> notWaiting("no such login")));
    }

    /** The login as it stands by now, also where the node has died that was to see to it. */
    private CompletableFuture<StoredLogin> current(String id, StoredLogin login) {
        var now = clock.instant();
        if (login.isLeftOpening(now)) {
            return goOnOpening(id, login).thenApply(going -> login);
        }
        if (login.device().isPresent() && login.step() == Step.WAITING && !devices.containsKey(id)) {
            return goOnWaiting(id, login).thenApply(going -> login);
        }
        var waitsForBrowser = login.page().isPresent() && (login.step() == Step.WAITING || login.step() == Step.CODE);
        return waitsForBrowser && !now.isBefore(login.end())
                ? expire(id).thenApply(change -> change.map(Change::after).orElse(login))
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
                        follow(id, client.get(), device);
                    } else if (causeOf(failure) instanceof PscException known
                            && known.problem() == LoginProblem.LOGIN_NOT_WAITING) {
                        fail(id, new PscException(LoginProblem.INTERRUPTED, "the node that asked is gone"));
                    }
                    return null;
                })
                .toCompletableFuture();
    }

    private CompletableFuture<?> goOnOpening(String id, StoredLogin login) {
        var client = clients.find(login.clientId()).orElseThrow();
        var session = new SessionId(login.session().orElseThrow());
        return client.requireSessionAsync(session)
                .thenAccept(found -> open(id, new ActiveSession(client, found)))
                .exceptionally(failure -> {
                    if (causeOf(failure) instanceof PscException known
                            && known.problem() != LoginProblem.STORE_UNAVAILABLE) {
                        fail(id, known);
                    }
                    return null;
                })
                .toCompletableFuture();
    }

    /** Who is told of a session has it from then on. */
    private CompletableFuture<LoginStanding> told(String id, StoredLogin login) {
        return switch (login.step()) {
            case WAITING, OPENING -> CompletableFuture.completedFuture(new LoginStanding.Pending());
            case CODE -> CompletableFuture.completedFuture(new LoginStanding.CodeNeeded(login.triesLeft()));
            case FAILED -> CompletableFuture.completedFuture(new LoginStanding.Failed(login.failure()));
            case DONE -> {
                var done = new LoginStanding.Done(
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

    /**
     * The browser came back from the login page: completes with the code that its page shows. Works once per login,
     * whatever comes of it.
     *
     * @param callback the address that the browser called
     * @param state what it brought along
     */
    public CompletableFuture<PageCode> comeBack(URI callback, String state) {
        return store.returned(state)
                .thenCompose(id -> id.map(known -> store.find(known)
                                .thenCompose(login -> login.filter(waiting -> waiting.step() == Step.WAITING)
                                        .map(waiting -> comeBack(known, waiting, callback, state))
                                        .orElseGet(() -> notWaiting("the login has ended meanwhile"))))
                        .orElseGet(() -> notWaiting("no login waits for this return")));
    }

    private CompletableFuture<PageCode> comeBack(String id, StoredLogin login, URI callback, String state) {
        var client = clients.find(login.clientId());
        if (client.isEmpty()) {
            return notWaiting("its client id is not registered any more");
        }
        return client.get()
                .completeBrowserLogin(callback, state)
                .toCompletableFuture()
                .handle((session, failure) -> failure == null
                        ? confirm(id, new ActiveSession(client.get(), session))
                        : fail(id, problemOf(failure))
                                .thenCompose(failed -> CompletableFuture.<PageCode>failedFuture(causeOf(failure))))
                .thenCompose(code -> code);
    }

    private static PscException problemOf(Throwable failure) {
        var cause = causeOf(failure);
        if (cause instanceof StoreException store) {
            return store.asPscException();
        }
        return cause instanceof PscException known
                ? known
                : new PscException(LoginProblem.LOGIN_NOT_WAITING, "the login was given up");
    }

    /**
     * Keeps the session of a verified identity back until the software gives the code that the browser's page shows. Whoever logged in has it, whoever began the login types it; so nobody gets a session by having
     * somebody else log in.
     */
    private CompletableFuture<PageCode> confirm(String id, ActiveSession active) {
        var code = PageCode.draw();
        var handle = active.session().id().value();
        var person = active.session().professional().nationalId().value();
        return store.change(
                        id,
                        login -> login.step() == Step.WAITING && clock.instant().isBefore(login.end())
                                ? Optional.of(login.awaiting(code, handle, person))
                                : Optional.empty())
                .thenCompose(change -> {
                    news.tell(id);
                    if (change.filter(Change::made).isPresent()) {
                        return CompletableFuture.completedFuture(code);
                    }
                    active.end();
                    return notWaiting("the login ended while the browser was on its way");
                });
    }

    /**
     * Takes the code that was typed in the software. Completes with where the login stands then: in its session, with a try less, or failed; exceptionally with {@code
     * LOGIN_NOT_WAITING} where no code is awaited, which costs nothing.
     *
     * @param typed of the {@linkplain PageCode#isShaped shape} of a code
     */
    public CompletableFuture<LoginStanding> take(String id, Caller caller, String typed) {
        return find(id, caller)
                .thenCompose(known -> store.change(id, login -> offered(login, typed)))
                .thenCompose(change ->
                        change.map(made -> taken(id, made, typed)).orElseGet(() -> notWaiting("no such login")))
                .thenCompose(taken -> follow(id, caller, LONGEST_OPENING));
    }

    private Optional<StoredLogin> offered(StoredLogin login, String typed) {
        if (login.step() != Step.CODE) {
            return Optional.empty();
        }
        if (PageCode.is(login.code().orElseThrow(), typed)) {
            return Optional.of(login.opening(login.session().orElseThrow(), clock.instant()));
        }
        return login.triesLeft() > 1
                ? Optional.of(login.withATryLess())
                : Optional.of(
                        login.failed(new PscException(LoginProblem.BROWSER_CODE_REJECTED, "the last wrong code")));
    }

    private CompletableFuture<Void> taken(String id, Change change, String typed) {
        var before = change.before();
        if (!change.made()) {
            // The same code again, of somebody whose first answer was lost.
            return before.code().filter(code -> PageCode.is(code, typed)).isPresent()
                    ? CompletableFuture.completedFuture(null)
                    : notWaiting("no code is awaited");
        }
        news.tell(id);
        return switch (change.after().step()) {
            case OPENING ->
                // Only now: for a login that nobody claims no backend's token is ever fetched.
                session(before)
                        .thenAccept(active -> opened(id, active, change.after()))
                        .exceptionallyCompose(failure -> isStoreAway(failure)
                                // Whoever asks when the store is back has it gone on with.
                                ? CompletableFuture.completedFuture(null)
                                : fail(id, problemOf(failure)).thenApply(failed -> null));
            case FAILED -> {
                ended(id, change);
                yield CompletableFuture.completedFuture(null);
            }
            default -> {
                traceFailure(before.origin(), before.clientId(), before.person());
                yield CompletableFuture.completedFuture(null);
            }
        };
    }

    private CompletableFuture<ActiveSession> session(StoredLogin login) {
        return clients.require(new SessionId(login.session().orElseThrow()));
    }

    /** The professional has confirmed, on a device: one node opens the session. */
    private void open(String id, ActiveSession active) {
        var handle = active.session().id().value();
        store.change(
                        id,
                        login -> login.step() == Step.WAITING || login.isLeftOpening(clock.instant())
                                ? Optional.of(login.opening(handle, clock.instant()))
                                : Optional.empty())
                .whenComplete((change, failure) -> {
                    if (failure != null || change.isEmpty()) {
                        active.end();
                    } else if (change.get().made()) {
                        opened(id, active, change.get().after());
                    } else if (!isOf(change.get().after(), active)) {
                        // It ended otherwise, and nobody gets this session.
                        active.end();
                    }
                });
    }

    private static boolean isOf(StoredLogin login, ActiveSession active) {
        return login.session().equals(Optional.of(active.session().id().value()));
    }

    private static boolean isStoreAway(Throwable failure) {
        return problemOf(failure).problem() == LoginProblem.STORE_UNAVAILABLE;
    }

    private void opened(String id, ActiveSession active, StoredLogin login) {
        opening.open(active, login.origin(), () -> true).whenComplete((done, failure) -> {
            if (failure != null) {
                fail(id, problemOf(failure));
                return;
            }
            store.change(
                            id,
                            now -> now.step() == Step.OPENING
                                    ? Optional.of(now.done(active.session().sessionState()))
                                    : Optional.empty())
                    .whenComplete((change, unknown) -> {
                        over(id);
                        // Where the store is away, whoever asks when it is back has the login gone on with.
                        if (unknown == null
                                && change.filter(made -> isOf(made.after(), active))
                                        .isEmpty()) {
                            active.end();
                        }
                    });
        });
    }

    /** Ends a login that is not over. The first end counts, and is traced before anybody learns of it. */
    private CompletableFuture<Optional<Change>> fail(String id, PscException problem) {
        return store.change(id, login -> login.isOver() ? Optional.empty() : Optional.of(login.failed(problem)))
                .whenComplete((change, failure) -> {
                    if (failure != null) {
                        log.warn(
                                "how a login ended could not be kept: {}",
                                causeOf(failure).getClass().getName());
                    } else {
                        change.filter(Change::made).ifPresent(made -> ended(id, made));
                    }
                    over(id);
                });
    }

    private CompletableFuture<Optional<Change>> expire(String id) {
        return fail(id, new PscException(LoginProblem.NO_ANSWER_IN_TIME, "nobody came back, or nobody typed the code"));
    }

    /** A login has failed: a session that nobody was told of is ended, here and at Pro Santé Connect. */
    private void ended(String id, Change change) {
        var before = change.before();
        traceFailure(before.origin(), before.clientId(), before.person());
        if (before.step() == Step.CODE) {
            session(before).thenCompose(ActiveSession::end);
        }
        over(id);
    }

    /** Nothing of that login is left for this node to do. */
    private void over(String id) {
        devices.remove(id);
        Optional.ofNullable(pending.remove(id)).ifPresent(PendingLogin::end);
        news.tell(id);
    }

    /** Cancels and forgets a login; a session that it brought and that nobody was told of is ended. */
    public CompletableFuture<Void> withdraw(String id, Caller caller) {
        return store.find(id)
                .thenCompose(found -> found.filter(login -> login.isOf(caller))
                        .map(login -> withdraw(id))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> withdraw(String id) {
        return store.take(id).thenAccept(taken -> {
            taken.ifPresent(login -> {
                if (!login.isOver()) {
                    traceFailure(login.origin(), login.clientId(), login.person());
                }
                if (login.step() == Step.WAITING) {
                    cancelDevice(id, login);
                } else if (login.session().isPresent() && !login.delivered() && login.step() != Step.OPENING) {
                    // The node that opens one finds the login gone, and ends it.
                    session(login).thenCompose(ActiveSession::end);
                }
            });
            over(id);
        });
    }

    private void cancelDevice(String id, StoredLogin login) {
        var here = devices.get(id);
        if (here != null) {
            here.cancel();
        } else {
            login.device()
                    .flatMap(device -> clients.find(login.clientId()).map(client -> client.backchannelLogin(device)))
                    .ifPresent(elsewhere -> elsewhere.thenAccept(BackchannelLogin::cancel));
        }
    }

    /** What really failed: a stage that depends on another one wraps it. */
    public static Throwable causeOf(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static <T> CompletableFuture<T> notWaiting(String detail) {
        return CompletableFuture.failedFuture(new PscException(LoginProblem.LOGIN_NOT_WAITING, detail));
    }

    /** Answers all who wait; whoever comes afterwards does not wait. Logins that other nodes know of are theirs from now on. */
    public void stopWaiting() {
        stopping = true;
        news.tellAll();
        if (!calls.isInProcess()) {
            List.copyOf(pending.keySet()).forEach(this::over);
        }
    }

    /** Ends what waits on this node alone: the proxy stops. */
    @Override
    public void close() {
        var stopped = new PscException(LoginProblem.SERVER_HALF_BUSY, "the proxy stops");
        stopping = true;
        List.copyOf(connects).forEach(login -> login.fail(stopped));
        if (calls.isInProcess()) {
            List.copyOf(pending.keySet()).forEach(id -> fail(id, stopped));
        }
        calls.close();
    }
}

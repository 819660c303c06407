package io.github.pscsdk.relyingparty;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections.ClientIdentity;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.login.BackchannelLogins;
import io.github.pscsdk.relyingparty.internal.login.BrowserLogins;
import io.github.pscsdk.relyingparty.internal.login.IdentifiersNotifier;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.LoginCheck;
import io.github.pscsdk.relyingparty.internal.login.PendingLogin;
import io.github.pscsdk.relyingparty.internal.login.SignOuts;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier.Expected;
import io.github.pscsdk.relyingparty.internal.session.ApiTokens;
import io.github.pscsdk.relyingparty.internal.session.BackchannelLogouts;
import io.github.pscsdk.relyingparty.internal.session.GuardedStore;
import io.github.pscsdk.relyingparty.internal.session.SessionProlonging;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.Sessions.Active;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.internal.session.TokenRefresh;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.internal.StoreClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the parts of one relying party and holds those that it calls; those that a browser login does without when
 * they are first needed.
 */
final class Engine implements AutoCloseable {
    final Sessions sessions;
    final StoreCalls storeCalls;
    final Boundary boundary;
    final SignOuts signOuts;
    final Events events;
    private final ClientConnections connections;
    private final Scheduler timers;
    private final Clock clock;
    private final StoreAccess access;
    private final Provider provider;
    private final PscEndpoints psc;
    private final Expected expected;
    private final TokenVerifier verifier;
    private final Optional<IdentifiersNotifier> identifiers;
    private final LoginCompletion completion;
    private final Optional<SessionProlonging> prolonging;
    private final Optional<BrowserLogins> browserLogins;
    private final Optional<URI> postLogoutRedirectUri;
    private final Duration longestClose;
    private volatile ClientCredentials credentials;
    // When they are needed; guarded by this.
    private @Nullable BackchannelLogins backchannelLogins;
    private @Nullable TokenRefresh refreshes;
    private @Nullable BackchannelLogouts logouts;
    private @Nullable KnownApis apis;
    private @Nullable ApiTokens apiTokens;
    private boolean closed;

    Engine(RelyingPartyBuilder settings) {
        var environment = settings.environment;
        credentials = settings.authentication.orElseThrow().credentials();
        var clientId = settings.clientId;
        var issuer = environment.issuer().toString();

        events = new Events(settings.listeners);
        expected = new Expected(issuer, clientId, settings.idTokenAlgorithms, settings.acrPolicy, settings.leeway);
        connections = new ClientConnections(
                clientId, credentials, settings.trustedCertificates, settings.forwardProxy, settings.executor, events);
        // Before anything begins that only a close would end, such as the store's clock.
        for (var audience : settings.apis) {
            apis().know(audience);
        }

        var store = new GuardedStore(settings.sessionStore.orElseThrow(), events);
        timers = Scheduler.of(settings.clock, "psc-timer");
        boundary = new Boundary(settings.operationTimeout, timers);
        storeCalls = settings.storeThreads
                .filter(threads -> !store.isInProcess())
                .map(threads -> new StoreCalls(threads, timers, store.place()))
                .orElseGet(() -> new StoreCalls(store.isInProcess(), timers, store.place()));
        clock = StoreClock.of(store, storeCalls, settings.clock);
        provider = new Provider(
                environment, credentials.certificate().isPresent(), connections, settings.signatureProvider, timers);
        psc = new PscEndpoints(connections, provider, environment, clock);
        verifier = new TokenVerifier(provider.keys(), expected, clock);
        access = new StoreAccess(store, issuer + "\n" + clientId, storeCalls, timers, clock);
        sessions = new Sessions(
                access,
                forgotten -> apis().revocations().begin(forgotten),
                clientId,
                settings.idleTimeout,
                settings.sessionLimit,
                events);
        signOuts = new SignOuts(
                sessions, access, psc, clientId, settings.mostSignOutsInBackground, settings.closeWaitsForSignOuts);
        identifiers = settings.identifiersListener.isPresent()
                ? Optional.of(new IdentifiersNotifier(settings.identifiersListener.get(), timers))
                : Optional.empty();
        var check = new LoginCheck(clientId, environment.scope(), settings.sessionLimit, settings.leeway, clock);
        completion = new LoginCompletion(verifier, psc, check, signOuts, sessions, identifiers, access);
        browserLogins = settings.redirectUri
                .map(uri -> new BrowserLogins.Settings(
                        clientId, uri, issuer, environment.scope(), settings.browserLoginTimeout))
                .map(client -> new BrowserLogins(client, provider, psc, completion, access, events));
        postLogoutRedirectUri = settings.postLogoutRedirectUri;
        prolonging = settings.prolongsSessions
                ? Optional.of(new SessionProlonging(session -> refreshes().now(session), clock))
                : Optional.empty();
        longestClose = settings.closeWaitsForLogins;

        if (!store.isInProcess()) {
            // It goes on with logins of other nodes, also where none begins here.
            backchannelLogins();
        }
    }

    synchronized BackchannelLogins backchannelLogins() {
        if (backchannelLogins == null) {
            backchannelLogins = new BackchannelLogins(psc, completion, sessions, access, longestClose, events);
            if (closed) {
                // A first login that comes too late is refused, instead of waiting for nobody.
                backchannelLogins.close();
            }
        }
        return backchannelLogins;
    }

    synchronized TokenRefresh refreshes() {
        if (refreshes == null) {
            refreshes = new TokenRefresh(sessions, access, psc, verifier, signOuts::endAtPsc, () -> credentials);
        }
        return refreshes;
    }

    synchronized BackchannelLogouts logouts() {
        if (logouts == null) {
            logouts = new BackchannelLogouts(verifier::verifyLogout, sessions, access, expected.leeway());
        }
        return logouts;
    }

    private synchronized KnownApis apis() {
        if (apis == null) {
            apis = new KnownApis(new ClientIdentity(expected.clientId(), credentials), connections);
        }
        return apis;
    }

    private synchronized ApiTokens apiTokens() {
        if (apiTokens == null) {
            apiTokens = new ApiTokens(sessions, access, refreshes(), apis().revocations());
        }
        return apiTokens;
    }

    Optional<Active> active(SessionId id) {
        var active = sessions.find(id);
        active.ifPresent(found -> prolonging.ifPresent(present -> present.activityOf(found)));
        return active;
    }

    /** @throws PscException why there is none */
    Active requireActive(SessionId id) throws PscException {
        return active(id).orElseThrow(() -> sessions.whyEnded(id));
    }

    BrowserLogins browserLogins() {
        return browserLogins.orElseThrow(
                () -> new IllegalStateException("browser logins need RelyingPartyBuilder.redirectUri"));
    }

    URI postLogoutRedirectUri() {
        return postLogoutRedirectUri.orElseThrow(
                () -> new IllegalStateException("logouts by browser need RelyingPartyBuilder.postLogoutRedirectUri"));
    }

    CompletableFuture<BackchannelLogin> begun(Supplier<CompletableFuture<PendingLogin>> begin) {
        var begun = new CompletableFuture<PendingLogin>();
        var exposed = boundary.<BackchannelLogin>onCallingThread(
                flow -> {
                    Futures.follow(begin.get(), begun);
                    Futures.follow(begun.thenApply(this::exposed), flow);
                },
                boundary::noResult);
        // Nobody would learn of a login that PSC accepts too late.
        begun.thenAccept(login -> exposed.whenComplete((told, failure) -> {
            if (failure != null) {
                login.cancel();
            }
        }));
        return exposed;
    }

    CompletableFuture<BackchannelLogin> backchannelLogin(String id) {
        return boundary.exposed(backchannelLogins().find(id).thenApply(this::exposed));
    }

    private BackchannelLogin exposed(PendingLogin login) {
        return new BackchannelLogin(login.id(), login.deadline(), boundary.waiting(login.outcome()), login::cancel);
    }

    /** @param refused in whose place the token comes, where there is one */
    CompletableFuture<ApiToken> apiToken(SessionId id, ApiAudience audience, Optional<String> refused) {
        Objects.requireNonNull(id, "id");
        var api = apis().know(Objects.requireNonNull(audience, "audience"));
        return boundary.exposed(storeCalls
                .run(() -> requireActive(id))
                .thenCompose(active -> refused.map(value -> apiTokens().instead(active, api, value))
                        .orElseGet(() -> apiTokens().token(active, api)))
                .thenApply(token -> new ApiToken(token.token(), Instant.ofEpochSecond(token.until()))));
    }

    CompletableFuture<Void> warmUp() {
        var classes = CompletableFuture.runAsync(sessions::loadClasses, Scheduler.threadPerTask("psc-warm-up"));
        return CompletableFuture.allOf(provider.fetched(), classes).handle((done, failure) -> null);
    }

    Optional<String> certificateSubject() {
        return credentials
                .certificate()
                .map(shown -> shown.getSubjectX500Principal().getName(X500Principal.RFC2253));
    }

    synchronized void renew(ClientCredentials next, Optional<KeyStore> trusted, List<ApiAudience> audiences) {
        if (next.method() != credentials.method()) {
            throw new IllegalArgumentException("another method of authentication needs another relying party");
        }
        var renewal = apis().renewal(next, audiences);
        connections.renew(next, trusted);
        renewal.run();
        credentials = next;
    }

    boolean isReady() {
        return provider.isFetched();
    }

    @Override
    public void close() {
        Optional<BackchannelLogins> begun;
        synchronized (this) {
            closed = true;
            begun = Optional.ofNullable(backchannelLogins);
        }
        if (begun.isPresent()) {
            begun.get().close();
        }
        signOuts.close();
        timers.close();
        if (identifiers.isPresent()) {
            identifiers.get().close();
        }
        connections.close();
        storeCalls.close();
        events.close();
    }

    /**
     * The boundary between the engine and its caller: only a {@link PscException} or a cancellation gets through; any
     * other failure comes from what PSC sent and was not foreseen.
     */
    record Boundary(Duration limit, Scheduler timers) {
        private static final Logger log = LoggerFactory.getLogger(Boundary.class);

        /** The caller's stage: ends with the flow or at the limit; cancelling it cancels the flow. */
        <T> CompletableFuture<T> exposed(CompletableFuture<T> flow) {
            return exposed(flow, this::noResult);
        }

        private <T> CompletableFuture<T> exposed(CompletableFuture<T> flow, Supplier<PscException> late) {
            var exposed = waiting(flow);
            if (!exposed.isDone()) {
                var forget = timers.limit(limit, () -> exposed.completeExceptionally(late.get()));
                exposed.whenComplete((result, failure) -> {
                    forget.run();
                    // Does nothing to a flow that is over.
                    flow.cancel(false);
                });
            }
            return exposed;
        }

        /**
         * The same for a flow that nobody else waits for, begun on the {@link CallingThread} where that is offered.
         *
         * @param late the failure at the limit
         */
        <T> CompletableFuture<T> onCallingThread(Consumer<CompletableFuture<T>> begin, Supplier<PscException> late) {
            var flow = new CompletableFuture<T>();
            // Before the flow begins, since it may be over when this thread is free again.
            var exposed = exposed(flow, late);
            CallingThread.lentTo(exposed, () -> {
                try {
                    begin.accept(flow);
                } catch (StoreException e) {
                    flow.completeExceptionally(e);
                }
                return null;
            });
            return exposed;
        }

        PscException noResult() {
            return new PscException(
                    LoginProblem.PSC_UNAVAILABLE, "there is no result after " + limit.toMillis() + " ms");
        }

        private static Throwable told(Throwable failure) {
            if (failure instanceof StoreException store) {
                return store.asPscException();
            }
            if (failure instanceof PscException || failure instanceof CancellationException) {
                return failure;
            }
            // Without the failure itself: its message may quote what PSC sent.
            log.warn("an operation failed by what was not foreseen: {}", Futures.describe(failure));
            return new PscException(
                    LoginProblem.PSC_ANSWER_INVALID,
                    "not foreseen: " + failure.getClass().getName());
        }

        /** The same without a limit: a professional is waited for. Cancelling it leaves the flow alone. */
        <T> CompletableFuture<T> waiting(CompletableFuture<T> flow) {
            return Futures.mirror(flow.exceptionallyCompose(
                    failure -> CompletableFuture.failedFuture(told(Futures.causeOf(failure)))));
        }
    }
}

package io.github.pscsdk.relyingparty;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Events.Operation;
import io.github.pscsdk.relyingparty.internal.async.Events.SessionEnd;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.login.BrowserLogins;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.Sessions.Active;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.BrowserSignOut;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One client of Pro Santé Connect, as one server runs it: both ways in, sessions, sign-out, tokens for target APIs.
 *
 * <p>Make one per client id and keep it: it caches PSC's metadata and keys. Safe for any thread. Calls of PSC are
 * stages, which hold no thread, end within {@link RelyingPartyBuilder#operationTimeout}, fail with a {@link
 * PscException}, and complete on a thread of the engine, which may not be blocked: {@link #await} waits.
 * Cancelling one gives up what nobody else waits for. Reading the session store blocks the calling thread, for a store
 * outside this process five seconds at most. The checks of OpenID Connect Core 1.0, section 3.1.3.7, cannot be switched
 * off.
 */
public final class RelyingParty implements AutoCloseable {
    private final PscEnvironment environment;
    private final String clientId;
    private final Duration idleTimeout;
    private final BrowserLogin.Options browserLoginOptions;
    private final Engine engine;

    RelyingParty(RelyingPartyBuilder settings) {
        this.environment = settings.environment;
        this.clientId = settings.clientId;
        this.idleTimeout = settings.idleTimeout;
        this.browserLoginOptions = settings.browserLoginOptions;
        this.engine = new Engine(settings);
    }

    /** Starts the description of a relying party. */
    public static RelyingPartyBuilder builder(PscEnvironment environment) {
        return new RelyingPartyBuilder(environment);
    }

    /**
     * Begins an operation of this class and waits for it: {@code RelyingParty.await(() -> relyingParty.signOut(id))}.
     * The engine may use the calling thread meanwhile, which saves changes of thread.
     *
     * @param operation begins it, on the calling thread, which may be a virtual one
     * @throws PscException what it failed with
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws InterruptedException if the calling thread is interrupted; the operation is then cancelled
     */
    public static <T> T await(Supplier<? extends CompletionStage<T>> operation)
            throws PscException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the operation began");
        }
        var ended = CallingThread.<CompletionStage<T>>offered(operation::get).toCompletableFuture();
        if (ended.isCancelled() && Thread.interrupted()) {
            throw new InterruptedException("interrupted while the operation was under way");
        }
        return Futures.await(ended);
    }

    /** The client id that ANS gave. */
    public String clientId() {
        return clientId;
    }

    /** The Pro Santé Connect that this client talks to. */
    public PscEnvironment environment() {
        return environment;
    }

    /** The subject of the TLS client certificate (RFC 2253), for traces; empty where a secret is used. */
    public Optional<String> certificateSubject() {
        return engine.certificateSubject();
    }

    /** After how long without activity a session ends: see {@link RelyingPartyBuilder#idleTimeout}. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /**
     * The options of a browser login unless its caller says otherwise: see {@link
     * RelyingPartyBuilder#browserLoginOptions}.
     */
    public BrowserLogin.Options browserLoginOptions() {
        return browserLoginOptions;
    }

    /** {@link #beginBrowserLogin(BrowserLogin.Options)} with {@link #browserLoginOptions}. */
    public CompletionStage<BrowserLogin> beginBrowserLogin() {
        return beginBrowserLogin(browserLoginOptions);
    }

    /**
     * Fetches PSC's metadata and keys, and loads what the first login needs. Call it at the application's start;
     * nothing has to wait for it.
     *
     * @return never fails: what PSC did not give is logged, and fetched when it is first needed
     */
    public CompletionStage<Void> warmUp() {
        return engine.warmUp();
    }

    /** Whether PSC's metadata and keys were fetched, so that logins can begin. Asks nobody. */
    public boolean isReady() {
        return engine.isReady();
    }

    /**
     * Begins a browser login: draws {@code state}, {@code nonce} and the PKCE verifier (RFC 7636), kept in the store
     * until the browser comes back.
     *
     * @param options in place of {@link #browserLoginOptions}
     * @return fails if PSC's metadata are needed and cannot be had
     * @throws IllegalStateException if no redirect URI was configured
     */
    public CompletionStage<BrowserLogin> beginBrowserLogin(BrowserLogin.Options options) {
        Objects.requireNonNull(options, "options");
        return engine.boundary.exposed(engine.browserLogins().begin(options));
    }

    /**
     * Finishes a browser login, once: checks the answer, exchanges the code, verifies the ID token, reads UserInfo.
     *
     * @param callback the address that the browser called, of which only the query counts
     * @param expectedState the state that this browser was given, from its cookie
     * @return fails with {@code LOGIN_NOT_WAITING} if no such login waits; {@code REFUSED} if the professional gave up;
     *     {@code NOT_ASKED_AGAIN} if PSC did not ask them though {@link BrowserLogin.Options} wanted it; else with what
     *     was wrong with PSC's answers. Cancelled, it leaves no session behind
     */
    public CompletionStage<PscSession> completeBrowserLogin(URI callback, String expectedState) {
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(expectedState, "expectedState");
        var logins = engine.browserLogins();
        var answered = new AtomicBoolean();
        var login = engine.boundary.<PscSession>onCallingThread(
                session -> logins.complete(callback, expectedState, session, () -> answered.set(true)),
                () -> answered.get() ? BrowserLogins.notKept() : engine.boundary.noResult());
        login.whenComplete((session, failure) -> {
            // Any other failure is the end of a login, and told as such.
            if (failure instanceof PscException known && known.problem() == LoginProblem.LOGIN_NOT_WAITING) {
                engine.events.operation(Operation.BROWSER_RETURN, failure);
            }
        });
        return login;
    }

    /**
     * Asks a professional to confirm on a device (CIBA Core 1.0, poll mode); done as soon as PSC has accepted the
     * request.
     *
     * @param request whom to ask, on which device; the person who answers must be the one asked
     * @param message the two digits that the professional compares
     * @return fails if PSC refuses the request, such as {@code UNKNOWN_PROFESSIONAL}, or cannot be reached
     */
    public CompletionStage<BackchannelLogin> beginBackchannelLogin(BackchannelRequest request, BindingMessage message) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(message, "message");
        return engine.begun(() -> engine.backchannelLogins().begin(request, message, true));
    }

    /**
     * {@link #beginBackchannelLogin} for this node alone, as on a connection that stays open: other nodes neither know
     * of the login nor go on with it, and its polls write nothing to the store. Arguments and failures are the same.
     */
    public CompletionStage<BackchannelLogin> beginBackchannelLoginHere(
            BackchannelRequest request, BindingMessage message) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(message, "message");
        return engine.begun(() -> engine.backchannelLogins().begin(request, message, false));
    }

    /**
     * A back-channel login that waits, or has ended within the last five minutes, of any node that shares the
     * {@linkplain RelyingPartyBuilder#sessionStore session store}.
     *
     * @param id its {@link BackchannelLogin#id}
     * @return fails with {@code LOGIN_NOT_WAITING} if there is none; its outcome may be {@code INTERRUPTED}, if a node
     *     stopped after PSC had answered
     */
    public CompletionStage<BackchannelLogin> backchannelLogin(String id) {
        return engine.backchannelLogin(Objects.requireNonNull(id, "id"));
    }

    /**
     * The session, if it is neither signed out nor expired. Counts as activity: restarts the idle limit, and prolongs
     * the session at PSC where due, in the background ({@link RelyingPartyBuilder#withoutProlonging}).
     */
    public Optional<PscSession> session(SessionId id) {
        Objects.requireNonNull(id, "id");
        return ofStore(() -> engine.active(id)).map(Active::session);
    }

    /**
     * The same as a stage, which does not block.
     *
     * @return fails with why there is none, if that became known within the last idle limit ({@link
     *     LoginProblem#endsSession}); else with {@code SESSION_ENDED}
     */
    public CompletionStage<PscSession> requireSession(SessionId id) {
        Objects.requireNonNull(id, "id");
        return engine.boundary.exposed(
                engine.storeCalls.run(() -> engine.requireActive(id).session()));
    }

    /** {@link #requireSession} without activity: the idle limit goes on. Reads the store, and asks PSC nothing. */
    public CompletionStage<PscSession> peek(SessionId id) {
        Objects.requireNonNull(id, "id");
        return engine.boundary.exposed(engine.storeCalls.run(() -> engine.sessions.peek(id)));
    }

    /**
     * Prolongs the session at PSC now (RFC 6749, section 6), as activity does where due; joins a refresh that is under
     * way. It counts as activity, so call it while the professional is active and before {@link #refreshBefore}, never
     * by a timer alone.
     *
     * @return fails with {@code SESSION_ENDED_AT_PSC} if PSC prolongs it no more: it is over here as well; with {@code
     *     SESSION_CONTRADICTED} or {@code LEVEL_NOT_ACCEPTED} if PSC's new ID token contradicts the login or states no
     *     level that is accepted: it is over here and at PSC; or with {@code SESSION_ENDED}. After {@code
     *     ID_TOKEN_REJECTED} it goes on if the signature, the claims or the times of that token could not be checked,
     *     and is over in the same way if they could: {@link #peek} tells. After any other, such as {@code
     *     PSC_UNAVAILABLE}, the session is as it was. Cancelled, the refresh goes on; after {@code STORE_UNAVAILABLE},
     *     PSC's answer is kept if the store is back within a minute and a half
     */
    public CompletionStage<PscSession> refresh(SessionId id) {
        Objects.requireNonNull(id, "id");
        return told(
                Operation.REFRESH,
                engine.boundary.exposed(engine.storeCalls
                        .run(() -> engine.sessions.require(id).session())
                        .thenCompose(session -> engine.refreshes().now(session).thenApply(tokens -> session))));
    }

    /**
     * Until when PSC prolongs the session, as its last answer said ({@code refresh_expires_in}; 30 minutes where it did
     * not). Whether a refresh restarts PSC's own idle limit is not known: it may end earlier. No activity, no call of
     * PSC.
     *
     * @return empty if there is no such session, or if PSC gave no refresh token
     */
    public Optional<Instant> refreshBefore(SessionId id) {
        Objects.requireNonNull(id, "id");
        return ofStore(() -> engine.sessions.tokens(id))
                .flatMap(SessionTokens::refreshTokenUntil)
                .map(Instant::ofEpochSecond);
    }

    /**
     * Explicit logout: forgets the session and its API tokens, then ends it at PSC with the last ID token as hint
     * (OpenID Connect RP-Initiated Logout 1.0). Tried again in the background where PSC or the store is away. A session
     * that merely expires is not ended at PSC, as ANS asks.
     *
     * @return fails with {@code SIGNED_OUT_HERE_ONLY} if the session is over here, and PSC could not be told or did not
     *     take it; with {@code SESSION_ENDED} if there is no such session, or PSC was told meanwhile; with {@code
     *     STORE_UNAVAILABLE} or {@code STORE_UNREADABLE} if <b>the session is not over</b>; only after the first is
     *     that tried again
     */
    public CompletionStage<Void> signOut(SessionId id) {
        Objects.requireNonNull(id, "id");
        return told(Operation.SIGN_OUT, engine.boundary.exposed(engine.signOuts.run(id)));
    }

    /**
     * Explicit logout by way of the browser: forgets the session and its API tokens, then says where to send the
     * browser, so that PSC ends its own session and clears its cookie (OpenID Connect RP-Initiated Logout 1.0).
     *
     * @return fails as {@link #signOut} does; with {@code SIGNED_OUT_HERE_ONLY} if PSC is away: it is told in the
     *     background, as it is where this is cancelled
     * @throws IllegalStateException if no post-logout redirect URI was configured
     */
    public CompletionStage<BrowserSignOut> beginBrowserSignOut(SessionId id) {
        Objects.requireNonNull(id, "id");
        var returnUri = engine.postLogoutRedirectUri();
        var signOut = engine.boundary.exposed(engine.signOuts.begin(id, returnUri));
        // Not what comes after a cancellation or the limit: nobody has that.
        signOut.thenRun(() -> engine.signOuts.endedEverywhere(id));
        return told(Operation.SIGN_OUT, signOut);
    }

    /**
     * Local logout: forgets the session and its API tokens, if there is one, and tells PSC nothing, as ANS asks where
     * nobody logged out by themselves.
     */
    public void forget(SessionId id) {
        Objects.requireNonNull(id, "id");
        ofStore(() -> {
            engine.sessions.close(id, SessionEnd.FORGOTTEN);
            return null;
        });
    }

    /**
     * Takes a logout that PSC reports (OpenID Connect Back-Channel Logout 1.0): after the checks of its section 2.6,
     * the sessions concerned are over on every node that shares the store. Answer the request with 200 if this is done,
     * with 400 and {@code Cache-Control: no-store} if it refuses. While the store is away, it is tried for a minute and
     * a half, also when this has failed; until all is done the same token may come again.
     *
     * @param logoutToken the form field {@code logout_token}
     * @return fails with {@code LOGOUT_TOKEN_REJECTED} if it is not PSC's word, not for this client, or was seen
     *     before; with {@code STORE_UNAVAILABLE} if the store is away; else PSC's keys could not be had
     */
    public CompletionStage<Void> acceptLogoutToken(String logoutToken) {
        Objects.requireNonNull(logoutToken, "logoutToken");
        return told(
                Operation.LOGOUT_TOKEN, engine.boundary.exposed(engine.logouts().accept(logoutToken)));
    }

    /**
     * A token for a target API: the one kept, a refreshed one (RFC 6749, section 6), or one exchanged for the
     * professional's access token (RFC 8693), which is itself refreshed where needed. Callers who want the same token
     * share one call. Counts as activity. When the session ends here, its tokens are given back in the background (RFC
     * 7009).
     *
     * @return fails with what {@linkplain LoginProblem#endsSession ends a session}, {@code API_TOKEN_REFUSED}, {@code
     *     API_UNAVAILABLE}, or what PSC answered
     * @throws IllegalArgumentException if the client that the audience names cannot be used there: see {@link
     *     ApiClientRegistration}
     */
    public CompletionStage<ApiToken> exchange(SessionId id, ApiAudience audience) {
        return told(Operation.API_TOKEN, engine.apiToken(id, audience, Optional.empty()));
    }

    /**
     * A token in place of one that the API refused (401), which is dropped for all callers of that session: the one
     * kept meanwhile, if it is another one; else a new one by an exchange, which all callers with that token share.
     *
     * @param refused as {@link #exchange} gave it
     * @return fails as {@link #exchange}; with {@code API_TOKEN_REFUSED}, too, if the refused token itself replaced a
     *     refused one within the last minute
     * @throws IllegalArgumentException as {@link #exchange}
     */
    public CompletionStage<ApiToken> exchangeAfterRefusal(SessionId id, ApiAudience audience, ApiToken refused) {
        return told(Operation.API_TOKEN, engine.apiToken(id, audience, Optional.of(refused.reveal())));
    }

    private <T> CompletionStage<T> told(Operation operation, CompletableFuture<T> stage) {
        stage.whenComplete((result, failure) -> engine.events.operation(operation, failure));
        return stage;
    }

    /** Reads or writes the store, and does nothing else that could fail. */
    private <T> T ofStore(Supplier<T> work) {
        try {
            return engine.storeCalls.run(work::get).join();
        } catch (CompletionException e) {
            throw Futures.causeOf(e) instanceof StoreException store
                    ? store
                    : new IllegalStateException("a step of the engine failed", Futures.causeOf(e));
        }
    }

    /**
     * Replaces the secret, certificate or authorities while the service runs. Sessions and pending logins stay; calls
     * under way end as they began, later ones have connections of their own.
     *
     * @param authentication by the same method as before
     * @param trustedCertificates as {@link RelyingPartyBuilder#trustedCertificates}; empty for the Java platform's
     *     authorities
     * @param apis those at which the client is {@linkplain ApiClientRegistration another one}, as it proves itself now;
     *     others stay
     * @throws IllegalArgumentException if these cannot be used, or the method is another one; then nothing has changed
     */
    public void renew(
            ClientAuthentication authentication, Optional<KeyStore> trustedCertificates, List<ApiAudience> apis) {
        engine.renew(authentication.credentials(), trustedCertificates, apis);
    }

    /** Cancels the logins that wait in this process and closes connections. Sessions stay in the store. */
    @Override
    public void close() {
        engine.close();
    }
}

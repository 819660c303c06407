package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.http.ClientDisconnect;
import io.github.pscsdk.proxy.internal.http.Failures;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.RequestBody;
import io.github.pscsdk.proxy.internal.http.ResponseBody;
import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.proxy.internal.login.ConnectLogins.ConnectLogin;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.proxyprotocol.internal.NewLogin;
import io.github.pscsdk.proxyprotocol.internal.SessionValidity;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session of a caller: opened, shown, awaited and ended; also by Pro Santé Connect. No thread waits. */
record SessionRoutes(Services services, CallerAuthentication callers) {
    private static final Logger log = LoggerFactory.getLogger(SessionRoutes.class);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** {@code POST /connect}: answers when the professional has. */
    void connect(Context ctx) {
        var since = services.logins().connects().now();
        ctx.future(() -> RequestBody.readJson(ctx, NewLogin.class).thenCompose(asked -> connect(ctx, asked, since)));
    }

    private CompletableFuture<Void> connect(Context ctx, NewLogin asked, Duration since) {
        ClientDisconnect.demandPresent(ctx);
        var caller = CallerAuthentication.caller(ctx);
        return check(ctx, caller, asked)
                .thenCompose(login -> services.clients()
                        .session(CallerAuthentication.cookie(ctx))
                        .thenCompose(active -> connect(ctx, caller, login, active, since)));
    }

    private CompletableFuture<Void> connect(
            Context ctx, Caller caller, DeviceLogin login, Optional<ActiveSession> active, Duration since) {
        if (active.filter(session ->
                        session.isOf(login.client().clientId(), login.request().nationalId()))
                .isPresent()) {
            return trace(Trace.Type.CONNECT_REPLAY, caller, active.get()).thenRun(() -> ctx.status(304));
        }
        var within = services.configuration().traffic().connectWithin();
        var admitted = services.configuration().conformityMode()
                ? CompletableFuture.completedFuture(services.admission().onDeviceUncounted(login))
                : services.admission().onDevice(caller, login);
        return admitted.thenCompose(pending -> ended(caller, active)
                        .whenComplete((ended, failure) -> {
                            if (failure != null) {
                                pending.end();
                            }
                        })
                        .thenCompose(
                                ended -> services.logins().connects().begin(caller, login, pending, since, within)))
                .thenCompose(begun -> follow(ctx, begun))
                .thenAccept(session -> {
                    callers.setCookie(ctx, session.id());
                    var answer =
                            Map.of("proxy_session_id", session.id().value(), "session_state", session.sessionState());
                    ResponseBody.json(ctx, new TreeMap<>(answer));
                });
    }

    private CompletableFuture<DeviceLogin> check(Context ctx, Caller caller, NewLogin asked) {
        Failures.echo(ctx, asked.nationalId(), asked.clientId());
        try {
            return CompletableFuture.completedFuture(DeviceLogin.of(asked, services.clients()));
        } catch (RefusedException e) {
            var counted = services.configuration().conformityMode()
                    ? CompletableFuture.<Void>completedFuture(null)
                    : services.admission().refused(caller);
            return counted.thenCompose(admitted -> services.journal()
                            .failure(
                                    caller.origin(),
                                    asked.clientId(),
                                    asked.nationalId(),
                                    asked.clientId().flatMap(services.clients()::find)))
                    .thenCompose(traced -> CompletableFuture.failedFuture(e));
        }
    }

    /**
     * A professional who logged in before is logged out first: should the new login fail, the cookie names no session
     * at all.
     */
    private CompletableFuture<Void> ended(Caller caller, Optional<ActiveSession> previous) {
        return previous.map(
                        active -> trace(Trace.Type.DISCONNECT, caller, active).thenCompose(traced -> active.end()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static CompletableFuture<PscSession> follow(Context ctx, ConnectLogin login) {
        var disconnect = ClientDisconnect.watch(ctx, login::cancel);
        return login.outcome().whenComplete((session, failure) -> disconnect.release());
    }

    /** {@code GET /v1/session}: who is logged in, and until when. Counts as activity. */
    void show(Context ctx) {
        ctx.future(() ->
                callers.requireSession(ctx).thenAccept(active -> ResponseBody.json(ctx, loggedIn(active.session()))));
    }

    private static LoggedIn loggedIn(PscSession session) {
        return new LoggedIn(
                Optional.of(session.clientId()),
                Optional.of(session.sessionState()),
                session.expiresAt(),
                session.authMode(),
                session.professional());
    }

    /**
     * {@code GET /v1/session/end}: answers when the session has ended, or after the wait. No activity: whoever only
     * waits is logged out in time.
     */
    void awaitEnd(Context ctx) {
        var wait = RequestBody.waitParameter(ctx, LONGEST_WAIT);
        if (services.pending().isClosed()) {
            throw RefusedException.stopping();
        }
        var id = CallerAuthentication.sessionId(ctx);
        ctx.future(() -> services.sessionEnds()
                .await(id, wait)
                .thenAccept(active -> ResponseBody.json(
                        ctx,
                        new SessionValidity(
                                active.session().expiresAt(),
                                Optional.of(active.client().idleTimeout().toSeconds())))));
    }

    /**
     * {@code DELETE /disconnect}: 200 says that the session is over here, at any node; what is left undone stands in a
     * header. Where Pro Santé Connect could not be told, the cookie is left for another try. An end that could not be
     * traced is told. Where the store does not take the end, it is no 200.
     */
    void disconnect(Context ctx) {
        ctx.future(() -> services.clients()
                .session(CallerAuthentication.cookie(ctx))
                .thenCompose(found -> found.map(
                                active -> trace(Trace.Type.DISCONNECT, CallerAuthentication.caller(ctx), active))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)))
                .handle((traced, untraced) -> untraced == null)
                .thenCompose(isTraced -> disconnect(ctx, isTraced)));
    }

    private CompletableFuture<Void> disconnect(Context ctx, boolean isTraced) {
        return services.clients().signOut(CallerAuthentication.cookie(ctx)).handle((done, failure) -> {
            if (failure == null) {
                callers.eraseCookie(ctx);
            } else if (Futures.causeOf(failure) instanceof PscException known
                    && known.problem() == LoginProblem.SIGNED_OUT_HERE_ONLY) {
                log.warn("a session could not be ended at Pro Santé Connect: {}", known.getMessage());
            } else {
                throw new CompletionException(Futures.causeOf(failure));
            }
            // The contract knows no other failure than a missing session.
            if (failure != null) {
                ctx.header(Failures.HEADER, LoginProblem.SIGNED_OUT_HERE_ONLY.code());
            } else if (!isTraced) {
                ctx.header(Failures.HEADER, LoginProblem.TRACE_NOT_KEPT.code());
            }
            return done;
        });
    }

    /**
     * {@code POST /v1/logout/{client}}: Pro Santé Connect reports an end (OpenID Connect Back-Channel Logout 1.0). It
     * needs no application token: what is posted is signed, and good once.
     */
    void reported(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        var client = services.clients()
                .find(ctx.pathParam("client"))
                .orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
        ctx.future(() -> RequestBody.readForm(ctx)
                .thenApply(form -> Optional.ofNullable(form.get("logout_token"))
                        .orElseThrow(() -> RefusedException.of(LoginProblem.LOGOUT_TOKEN_REJECTED)))
                .thenCompose(client::acceptLogoutToken));
    }

    private CompletableFuture<Void> trace(Trace.Type type, Caller caller, ActiveSession active) {
        return services.journal().session(type, caller.origin(), active);
    }
}

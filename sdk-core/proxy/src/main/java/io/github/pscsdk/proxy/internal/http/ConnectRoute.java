package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.json.ConnectAnswer;
import io.github.pscsdk.proxy.internal.json.ConnectRequest;
import io.github.pscsdk.proxy.internal.login.ActiveSession;
import io.github.pscsdk.proxy.internal.login.Login;
import io.github.pscsdk.proxy.internal.login.PendingBackchannelRequest;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.github.pscsdk.relyingparty.PscSession;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** {@code POST /connect}: answers when the professional has. No thread waits meanwhile. */
final class ConnectRoute {
    private final Services services;
    private final SessionCookie cookie;
    private final BiFunction<Caller, DeviceLogin, PendingBackchannelRequest> admission;

    /** @param admission what lets a login begin, or refuses it */
    ConnectRoute(
            Services services,
            SessionCookie cookie,
            BiFunction<Caller, DeviceLogin, PendingBackchannelRequest> admission) {
        this.services = services;
        this.cookie = cookie;
        this.admission = admission;
    }

    void connect(Context ctx) throws IOException {
        var caller = CallerAuthentication.caller(ctx);
        var login = check(ctx, caller);
        var active = cookie.session(ctx);
        if (active.filter(session -> isOf(session, login)).isPresent()) {
            replay(ctx, caller, active.get());
            return;
        }
        var pending = admission.apply(caller, login);
        ctx.future(() -> end(caller, active)
                .thenCompose(ended ->
                        services.logins().onDevice(caller, login.client(), login.request(), login.message(), pending))
                .thenCompose(begun -> follow(ctx, begun))
                .thenAccept(session -> answer(ctx, session)));
    }

    private DeviceLogin check(Context ctx, Caller caller) throws IOException {
        var asked = RequestBody.json(ctx, ConnectRequest.class);
        Failures.echo(ctx, asked.nationalId(), asked.clientId());
        try {
            return DeviceLogin.check(asked, services.clients());
        } catch (RefusedException e) {
            services.journal()
                    .failure(
                            caller.origin(),
                            asked.clientId(),
                            asked.nationalId(),
                            asked.clientId().flatMap(services.clients()::find));
            throw e;
        }
    }

    /** One proxy session is one user and one client id: another person at the same workstation gets no replay. */
    private static boolean isOf(ActiveSession active, DeviceLogin login) {
        return active.session().clientId().equals(login.client().clientId())
                && active.session().professional().isKnownAs(login.request().nationalId());
    }

    private void replay(Context ctx, Caller caller, ActiveSession active) {
        services.journal().session(Trace.Type.CONNECT_REPLAY, caller.origin(), active.client(), active.session());
        ctx.status(304);
    }

    /** Whoever logged in before is logged out first: should the new login fail, the cookie names no session at all. */
    private CompletableFuture<Void> end(Caller caller, Optional<ActiveSession> previous) {
        return previous.map(active -> {
                    services.journal()
                            .session(Trace.Type.DISCONNECT, caller.origin(), active.client(), active.session());
                    return services.logins().end(active).<Void>thenApply(ended -> null);
                })
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static CompletableFuture<PscSession> follow(Context ctx, Login login) {
        var hangUp = ClientDisconnect.watch(ctx, login::cancel);
        return login.outcome().whenComplete((session, failure) -> hangUp.release());
    }

    private void answer(Context ctx, PscSession session) {
        cookie.set(ctx, session.id());
        Replies.json(ctx, new ConnectAnswer(session.id().value(), session.sessionState()));
    }
}

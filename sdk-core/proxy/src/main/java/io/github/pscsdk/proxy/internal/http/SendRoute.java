package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.Backend;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.ActiveSession;
import io.github.pscsdk.proxy.internal.send.BackendPath;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.relyingparty.ApiToken;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code /send/{backend}/{endpoint}}: passes a request on with the token that the backend wants. */
final class SendRoute {
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "Accept", "Accept-Language", "Idempotency-Key", "If-Match");

    private final Services services;
    private final SessionCookie cookie;

    SendRoute(Services services, SessionCookie cookie) {
        this.services = services;
        this.cookie = cookie;
    }

    void send(Context ctx) throws IOException {
        var active = cookie.require(ctx);
        var backend = backend(ctx.pathParam("backend"));
        var target = target(ctx, backend);
        // Only now: nothing is held in memory for whoever has no session or names no backend.
        var body = Bodies.read(ctx, Bodies.SEND_LIMIT);
        var method = ctx.req().getMethod();
        var headers = headers(ctx);
        var origin = CallerAuthentication.caller(ctx).origin();
        ctx.future(() -> token(active, backend)
                .thenCompose(token -> {
                    trace(origin, active, method, target);
                    return services.forwarder()
                            .forward(
                                    active.session().clientId(),
                                    new Forwarder.Request(method, target, headers, body, token));
                })
                .thenAccept(response -> passBack(ctx, response)));
    }

    private Backend backend(String name) {
        return services.backends().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
    }

    private static URI target(Context ctx, Backend backend) {
        // As received: decoded, a path could have become another one.
        var rawPath = ctx.req().getRequestURI();
        var prefix = "/send/" + backend.name() + "/";
        if (!rawPath.startsWith(prefix)) {
            throw RefusedException.malformed("the path is written in another way than /send/{backend}/{endpoint}");
        }
        return BackendPath.resolve(
                        backend.baseUri(), rawPath.substring(prefix.length()), Optional.ofNullable(ctx.queryString()))
                .orElseThrow(() -> RefusedException.malformed("the path or the query may not be passed on"));
    }

    private static Map<String, String> headers(Context ctx) {
        Map<String, String> headers = new LinkedHashMap<>();
        PASSED_ON.forEach(name -> Optional.ofNullable(ctx.header(name)).ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    private CompletableFuture<Optional<ApiToken>> token(ActiveSession active, Backend backend) {
        return backend.audience()
                .map(audience -> active.client()
                        .exchange(active.session().id(), audience)
                        .exceptionally(SendRoute::refused)
                        .thenApply(Optional::of)
                        .toCompletableFuture())
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private static ApiToken refused(Throwable failure) {
        if (failure instanceof PscException e && e.problem() == LoginProblem.API_TOKEN_REFUSED) {
            // The session lives, so this is no 401 here: the backend's side refuses.
            throw RefusedException.of(502, e.problem());
        }
        throw new CompletionException(failure);
    }

    private void trace(Caller.Origin origin, ActiveSession active, String method, URI target) {
        // Without the query: the contract asks for the path, and a query may hold a patient's data.
        services.journal().send(origin, active.client(), active.session(), method + " " + target.getRawPath());
    }

    private static void passBack(Context ctx, Forwarder.Response response) {
        ctx.status(response.status());
        // Javalin presets a type; a backend's response without one stays without.
        ctx.res().setContentType(null);
        response.headers().forEach(ctx::header);
        ctx.result(response.body());
    }
}

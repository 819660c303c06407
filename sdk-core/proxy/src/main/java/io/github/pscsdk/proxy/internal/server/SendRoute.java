package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.RequestBody;
import io.github.pscsdk.proxy.internal.http.ResponseBody;
import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.send.Forwarder.Authorization;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.relyingparty.ApiToken;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;

/** {@code /send/{backend}/{endpoint}}: passes a request on with the token that the backend wants. */
public record SendRoute(Services services, CallerAuthentication callers) {
    void send(Context ctx) {
        var begun = System.nanoTime();
        ctx.future(() -> callers.requireSession(ctx).thenCompose(active -> {
            var backend = backend(ctx.pathParam("backend"));
            var answered = new CompletableFuture<OptionalInt>();
            answered.thenAccept(status -> services.metrics()
                    .ifPresent(metrics ->
                            metrics.sent(backend.name(), status, Duration.ofNanos(System.nanoTime() - begun))));
            return send(ctx, active, backend, answered)
                    .whenComplete((done, failure) -> answered.complete(OptionalInt.empty()));
        }));
    }

    private CompletableFuture<Void> send(
            Context ctx, ActiveSession active, Backend backend, CompletableFuture<OptionalInt> answered) {
        var target = target(ctx, backend);
        // Only now: nothing is read for whoever has no session or names no backend.
        var body = RequestBody.isAnnounced(ctx)
                ? Optional.<Content.Source>of(
                        RequestBody.of(ctx, services.configuration().traffic().bodyBytes()))
                : Optional.<Content.Source>empty();
        var method = ctx.req().getMethod();
        var headers = RequestBody.request(ctx).getHeaders();
        var origin = CallerAuthentication.caller(ctx).origin();
        return authorization(active, backend)
                .thenCompose(authorization -> trace(origin, active, backend, method, target)
                        .thenCompose(traced -> services.forwarder()
                                .forward(
                                        active.session().clientId(),
                                        new Forwarder.Outgoing(backend, method, target, headers, body, authorization),
                                        (status, fields, content) -> {
                                            answered.complete(OptionalInt.of(status));
                                            return passBack(ctx, status, fields, content);
                                        })))
                .thenCompose(done -> RequestBody.settle(ctx));
    }

    private Backend backend(String name) {
        return services.configuration().backends().stream()
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
        return backend.resolve(rawPath.substring(prefix.length()), Optional.ofNullable(ctx.queryString()))
                .orElseThrow(() -> RefusedException.malformed("the path or the query may not be passed on"));
    }

    private static CompletableFuture<Optional<Authorization>> authorization(ActiveSession active, Backend backend) {
        return backend.audience()
                .map(audience -> active.client()
                        .exchange(active.session().id(), audience)
                        .exceptionally(SendRoute::refused)
                        .thenApply(token -> Optional.of(new Authorization(
                                token,
                                refused -> active.client()
                                        .exchangeAfterRefusal(active.session().id(), audience, refused)
                                        .toCompletableFuture())))
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

    private CompletableFuture<Void> trace(
            Caller.Origin origin, ActiveSession active, Backend backend, String method, URI target) {
        // Without the query: the contract asks for the path, and a query may hold a patient's data.
        var request = new Trace.ApiRequest(backend.name(), method, target.getRawPath());
        return services.journal().send(origin, active, request);
    }

    private CompletableFuture<Void> passBack(Context ctx, int status, HttpFields headers, Content.Source content) {
        ctx.status(status);
        // Javalin presets a type, and Jetty a date.
        ctx.res().setContentType(null);
        for (var name : headers.getFieldNamesCollection()) {
            var values = headers.getValuesList(name);
            ctx.res().setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> ctx.res().addHeader(name, value));
        }
        // The backend may answer before it has read all: the rest must not be taken for the next request.
        if (!RequestBody.isRead(ctx) || services.pending().isClosed()) {
            ctx.res().setHeader("Connection", "close");
        }
        return ResponseBody.write(ctx, content);
    }
}

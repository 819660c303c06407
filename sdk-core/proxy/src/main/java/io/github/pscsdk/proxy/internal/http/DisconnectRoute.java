package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.trace.Trace;
import io.javalin.http.Context;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code DELETE /disconnect}: ends the session here, always, and then at Pro Santé Connect. */
final class DisconnectRoute {
    private static final Logger log = LoggerFactory.getLogger(DisconnectRoute.class);

    private final Services services;
    private final SessionCookie cookie;

    DisconnectRoute(Services services, SessionCookie cookie) {
        this.services = services;
        this.cookie = cookie;
    }

    void disconnect(Context ctx) {
        var active = cookie.require(ctx);
        services.journal()
                .session(
                        Trace.Type.DISCONNECT,
                        CallerAuthentication.caller(ctx).origin(),
                        active.client(),
                        active.session());
        ctx.future(() -> active.client()
                .signOut(active.session().id())
                .exceptionally(failure -> {
                    goneHereAtLeast(ctx, failure);
                    return null;
                })
                .thenRun(() -> cookie.erase(ctx))
                .toCompletableFuture());
    }

    /** The contract knows no other failure than a missing session: the caller is told in a header. */
    private static void goneHereAtLeast(Context ctx, Throwable failure) {
        if (!(failure instanceof PscException known) || known.problem() == LoginProblem.SESSION_ENDED) {
            throw new CompletionException(failure);
        }
        log.warn("a session could not be ended at Pro Santé Connect: {}", known.getMessage());
        ctx.header(Failures.HEADER, known.problem().code());
    }
}

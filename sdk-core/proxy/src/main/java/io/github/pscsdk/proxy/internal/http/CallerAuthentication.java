package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.access.Applications;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.access.ReverseProxies;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lets through whoever presents an application token; in conformity mode, on the contract's paths, everybody. */
final class CallerAuthentication {
    private static final String CALLER = "caller";

    private final Applications applications;
    private final ReverseProxies reverseProxies;
    private final boolean conformityMode;

    CallerAuthentication(Services services) {
        applications = services.applications();
        reverseProxies = services.reverseProxies();
        conformityMode = services.conformityMode();
    }

    /** Guards one of our additions. */
    Handler own(Handler route) {
        return ctx -> {
            ctx.attribute(CALLER, identify(ctx));
            route.handle(ctx);
        };
    }

    /** Guards a path of ANS's contract. */
    Handler contract(Handler route) {
        return ctx -> {
            ctx.attribute(CALLER, conformityMode ? new Caller(Caller.ANYBODY, true, origin(ctx)) : identify(ctx));
            route.handle(ctx);
        };
    }

    /** Who calls; asked by the routes that this gate guards. */
    static Caller caller(Context ctx) {
        return Optional.<Caller>ofNullable(ctx.attribute(CALLER)).orElseThrow();
    }

    private Caller identify(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .flatMap(applications::presenting)
                .map(token -> new Caller(token.name(), token.operator(), origin(ctx)))
                .orElseThrow(() -> RefusedException.of(LoginProblem.APPLICATION_REJECTED));
    }

    private Caller.Origin origin(Context ctx) {
        var forwarded = String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
        return new Caller.Origin(
                reverseProxies.callerOf(ctx.req().getRemoteAddr(), forwarded),
                List.of(ctx.req().getRemotePort(), ctx.req().getLocalPort()));
    }
}

package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.access.ApplicationTokens;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.access.ReverseProxies;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.RequestBody;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets through whoever presents an application token; in conformity mode, on the contract's paths, everybody. Others are
 * refused before their body is looked at.
 */
final class CallerAuthentication {
    private static final Logger log = LoggerFactory.getLogger(CallerAuthentication.class);
    private static final String CALLER = "caller";

    private final ApplicationTokens applications;
    private final ReverseProxies reverseProxies;
    private final boolean conformityMode;
    private final AtomicBoolean untrustedIsTold = new AtomicBoolean();

    CallerAuthentication(Services services) {
        applications = new ApplicationTokens(services.applications());
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

    /** Who calls; asked by the routes that are guarded here. */
    static Caller caller(Context ctx) {
        return Optional.<Caller>ofNullable(ctx.attribute(CALLER)).orElseThrow();
    }

    private Caller identify(Context ctx) {
        return applications
                .presenting(Optional.ofNullable(ctx.header("Authorization")))
                .map(application -> new Caller(application.name(), application.operator(), origin(ctx)))
                .orElseThrow(() -> RefusedException.of(LoginProblem.APPLICATION_REJECTED));
    }

    /** Not as the servlet API has it: there, an IPv6 address is in brackets. */
    private static InetAddress remote(Context ctx) {
        var address = (InetSocketAddress)
                RequestBody.request(ctx).getConnectionMetaData().getRemoteSocketAddress();
        return address.getAddress();
    }

    private Caller.Origin origin(Context ctx) {
        var forwarded = String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
        var remote = remote(ctx);
        if (!forwarded.isEmpty() && !reverseProxies.isTrusted(remote) && untrustedIsTold.compareAndSet(false, true)) {
            log.warn(
                    "X-Forwarded-For came from an address that trustedReverseProxies does not name, and is not believed:"
                            + " where that is a reverse proxy of yours, all its callers count as one");
        }
        return new Caller.Origin(
                reverseProxies.callerOf(remote, forwarded),
                List.of(ctx.req().getRemotePort(), ctx.req().getLocalPort()));
    }
}

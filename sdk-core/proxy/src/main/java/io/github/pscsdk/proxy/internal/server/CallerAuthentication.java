package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.RequestBody;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxy.internal.session.Callers;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.SameSite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets callers with an application token through; in conformity mode, on the contract's paths, everybody. Others are
 * refused before their body is looked at. Keeps a caller's session in the cookie {@code proxy_session_id}.
 */
final class CallerAuthentication {
    private static final Logger log = LoggerFactory.getLogger(CallerAuthentication.class);
    private static final String CALLER = "caller";

    private static final String COOKIE = "proxy_session_id";
    // No Max-Age: the cookie lives as long as the software runs, the session as long as this side says.
    private static final int SESSION = -1;

    private final Callers callers;
    private final RelyingParties clients;
    private final boolean conformityMode;
    private final boolean secure;
    private final AtomicBoolean untrustedIsTold = new AtomicBoolean();

    CallerAuthentication(Services services) {
        callers = services.callers();
        clients = services.clients();
        conformityMode = services.configuration().conformityMode();
        // Where browsers come by https.
        secure = "https".equals(services.publicBaseUri().getScheme());
    }

    Handler own(Handler route) {
        return ctx -> {
            ctx.attribute(CALLER, identify(ctx));
            route.handle(ctx);
        };
    }

    Handler contract(Handler route) {
        return ctx -> {
            ctx.attribute(CALLER, conformityMode ? new Caller(Caller.ANYBODY, true, origin(ctx)) : identify(ctx));
            route.handle(ctx);
        };
    }

    /** The caller; asked by the routes that are guarded here. */
    static Caller caller(Context ctx) {
        return Optional.<Caller>ofNullable(ctx.attribute(CALLER)).orElseThrow();
    }

    private Caller identify(Context ctx) {
        return callers.presenting(Optional.ofNullable(ctx.header("Authorization")))
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
        if (callers.disbelieves(remote, forwarded) && untrustedIsTold.compareAndSet(false, true)) {
            log.warn(
                    "X-Forwarded-For came from an address that trustedReverseProxies does not name, and is not believed:"
                            + " where that is a reverse proxy of yours, all its callers count as one");
        }
        return new Caller.Origin(
                callers.callerOf(remote, forwarded),
                List.of(ctx.req().getRemotePort(), ctx.req().getLocalPort()));
    }

    /** Of the session that the cookie names, whether there is one or not. */
    static SessionId sessionId(Context ctx) {
        return cookie(ctx).flatMap(SessionId::read).orElseThrow(() -> RefusedException.of(LoginProblem.SESSION_ENDED));
    }

    /** The cookie as the caller sent it, unchecked. */
    static Optional<String> cookie(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE));
    }

    CompletableFuture<ActiveSession> requireSession(Context ctx) {
        return clients.require(sessionId(ctx));
    }

    void setCookie(Context ctx, SessionId id) {
        ctx.cookie(cookie(id.value(), SESSION));
    }

    void eraseCookie(Context ctx) {
        ctx.cookie(cookie("", 0));
    }

    /** Never for a script, and never from another site. */
    Cookie cookie(String value, int maxAge) {
        return new Cookie(COOKIE, value, "/", maxAge, secure, true, null, SameSite.STRICT);
    }
}

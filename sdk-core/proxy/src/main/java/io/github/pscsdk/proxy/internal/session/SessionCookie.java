package io.github.pscsdk.proxy.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The cookie {@code proxy_session_id}: whoever has it acts as the professional. */
public final class SessionCookie {
    private static final String NAME = "proxy_session_id";
    // No Max-Age: the cookie lives as long as the software runs, the session as long as this side says.
    private static final int SESSION = -1;

    private final RelyingParties clients;
    private final boolean secure;

    /** {@code Secure} where browsers come by https. */
    public SessionCookie(RelyingParties clients, URI publicBaseUri) {
        this.clients = clients;
        this.secure = "https".equals(publicBaseUri.getScheme());
    }

    public CompletableFuture<Optional<ActiveSession>> session(Context ctx) {
        return clients.session(value(ctx));
    }

    /** What the caller sent, unchecked. */
    public Optional<String> value(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME));
    }

    /** Fails with why there is no session any more. */
    public CompletableFuture<ActiveSession> require(Context ctx) {
        return clients.require(id(ctx));
    }

    /** Of the session, whether there is one or not. */
    public SessionId id(Context ctx) {
        return value(ctx).flatMap(SessionId::read).orElseThrow(() -> RefusedException.of(LoginProblem.SESSION_ENDED));
    }

    public void set(Context ctx, SessionId id) {
        ctx.cookie(cookie(id.value(), SESSION));
    }

    public void erase(Context ctx) {
        ctx.cookie(cookie("", 0));
    }

    /** Never for a script, and never from another site. */
    public Cookie cookie(String value, int maxAge) {
        return new Cookie(NAME, value, "/", maxAge, secure, true, null, SameSite.STRICT);
    }
}

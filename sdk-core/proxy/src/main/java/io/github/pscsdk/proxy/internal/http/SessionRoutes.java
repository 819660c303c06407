package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxyprotocol.LoggedIn;
import io.github.pscsdk.proxyprotocol.ProxyStatus;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code /v1/session} and {@code /v1/status}: what is, without changing anything. */
final class SessionRoutes {
    /** The version of the additions under {@code /v1}; the OpenAPI file bears it too. */
    static final String CONTRACT = "1.2.0";

    private final SessionCookie cookie;
    private final Environment environment;

    SessionRoutes(SessionCookie cookie, Environment environment) {
        this.cookie = cookie;
        this.environment = environment;
    }

    /** Who is logged in, and until when. Counts as activity. */
    void session(Context ctx) {
        var session = cookie.require(ctx).session();
        Replies.json(
                ctx,
                new LoggedIn(
                        Optional.of(session.clientId()),
                        Optional.of(session.sessionState()),
                        session.expiresAt(),
                        session.authMode(),
                        session.professional()));
    }

    /** Which Pro Santé Connect is behind this proxy. */
    void status(Context ctx) {
        Replies.json(ctx, new ProxyStatus(environment, CONTRACT));
    }
}

package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.login.Clients;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * {@code POST /v1/logout/{client}}: where Pro Santé Connect reports that a session of that client id has ended (OpenID
 * Connect Back-Channel Logout 1.0). It needs no application token: what is posted is signed, and good once.
 */
final class LogoutRoute {
    private final Clients clients;

    LogoutRoute(Services services) {
        this.clients = services.clients();
    }

    void report(Context ctx) throws Exception {
        ctx.header("Cache-Control", "no-store");
        var client = clients.find(ctx.pathParam("client"))
                .orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
        var token = logoutToken(ctx);
        ctx.future(() -> client.acceptLogoutToken(token).toCompletableFuture());
    }

    private static String logoutToken(Context ctx) throws Exception {
        return Optional.ofNullable(FormBody.read(ctx).get("logout_token"))
                .orElseThrow(() -> RefusedException.of(LoginProblem.LOGOUT_TOKEN_REJECTED));
    }
}

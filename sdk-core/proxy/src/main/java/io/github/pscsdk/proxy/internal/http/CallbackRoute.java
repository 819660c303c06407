package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * {@code GET /v1/callback}: where the browser comes back to from the login page, and is shown the code to type in the
 * software. It needs no application token: the state that it brings was given to one login, and works once.
 */
final class CallbackRoute {
    private final Logins logins;
    private final URI redirectUri;

    CallbackRoute(Logins logins, URI redirectUri) {
        this.logins = logins;
        this.redirectUri = redirectUri;
    }

    void comeBack(Context ctx) {
        var finished = Optional.ofNullable(ctx.queryParam("state"))
                .flatMap(state -> callback(ctx).map(callback -> logins.comeBack(callback, state)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new PscException(LoginProblem.LOGIN_NOT_WAITING, "a return without a state")));
        ctx.future(() -> finished.handle((code, failure) -> {
            protect(ctx);
            if (failure == null) {
                ctx.html(CallbackPage.code(code));
            } else {
                showProblem(ctx, problem(failure));
            }
            return code;
        }));
    }

    private Optional<URI> callback(Context ctx) {
        try {
            return Optional.of(new URI(redirectUri + "?" + ctx.queryString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static void protect(Context ctx) {
        // The address of this page holds PSC's code, the page ours: they are neither kept nor passed on to anybody.
        ctx.header("Cache-Control", "no-store");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
    }

    private static void showProblem(Context ctx, Problem problem) {
        ctx.status(problem == LoginProblem.LOGIN_NOT_WAITING ? 400 : ProblemStatus.of(problem));
        ctx.header(Failures.HEADER, problem.code());
        ctx.html(CallbackPage.failure(problem));
    }

    private static Problem problem(Throwable thrown) {
        var failure = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        // Cancelled by the software, or by a stop of the proxy, while the browser was on its way.
        return failure instanceof PscException known ? known.problem() : LoginProblem.LOGIN_NOT_WAITING;
    }
}

package io.github.pscsdk.example.proxy.http;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.proxy.json.ConnectRequest;
import io.github.pscsdk.example.proxy.json.LoginStart;
import io.github.pscsdk.example.proxy.json.LoginStarted;
import io.github.pscsdk.example.proxy.json.LoginState;
import io.github.pscsdk.example.proxy.login.Login;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code /v1/logins}: begin a login, follow it, cancel it; no call blocks for longer than it says. */
final class LoginRoutes {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}");

    private final Services services;
    private final Attempts attempts;

    LoginRoutes(Services services, Attempts attempts) {
        this.services = services;
        this.attempts = attempts;
    }

    /** {@code POST /v1/logins}. */
    void start(Context ctx) throws IOException {
        var asked = RequestBody.json(ctx, LoginStart.class);
        Failures.echo(ctx, asked.nationalId(), asked.clientId());
        var started = switch (asked.wayIn().orElse("")) {
            case "BACKCHANNEL" -> onDevice(ctx, asked);
            case "BROWSER" -> inBrowser(ctx, asked);
            default -> throw Refused.malformed("wayIn is BACKCHANNEL or BROWSER");
        };
        ctx.future(() -> started.thenAccept(login -> {
            ctx.status(201);
            Replies.json(
                    ctx,
                    new LoginStarted(
                            login.id(),
                            login.deadline().toString(),
                            login.authorizationUri().map(URI::toString)));
        }));
    }

    private CompletableFuture<Login> onDevice(Context ctx, LoginStart asked) {
        var request = new ConnectRequest(asked.nationalId(), asked.bindingMessage(), asked.clientId(), asked.channel());
        var login = DeviceLogin.check(request, services.clients());
        attempts.count(Gate.caller(ctx), Optional.of(login.request().nationalId()));
        return services.logins().onDevice(Gate.caller(ctx), login.client(), login.request(), login.message());
    }

    private CompletableFuture<Login> inBrowser(Context ctx, LoginStart asked) {
        var clientId = asked.clientId().orElseThrow(() -> Refused.malformed("clientId is missing"));
        var client = services.clients().find(clientId).orElseThrow(() -> Refused.of(LoginProblem.NOT_CONFIGURED));
        attempts.count(Gate.caller(ctx), Optional.<NationalId>empty());
        return services.logins().inBrowser(Gate.caller(ctx), client);
    }

    /** {@code GET /v1/logins/{id}}. */
    void follow(Context ctx) {
        var login = services.logins()
                .find(ctx.pathParam("id"), Gate.caller(ctx))
                .orElseThrow(() -> Refused.of(LoginProblem.LOGIN_NOT_WAITING));
        var wait = wait(ctx);
        ctx.future(() -> login.outcome()
                .thenApply(session -> {
                    login.markDelivered();
                    return LoginState.done(session.id().value(), session.sessionState());
                })
                .completeOnTimeout(LoginState.pending(), wait.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> failed(ctx, failure))
                .thenAccept(state -> Replies.json(ctx, state)));
    }

    private static LoginState failed(Context ctx, Throwable thrown) {
        var failure = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        if (failure instanceof PscException known) {
            var problem = known.problem();
            return LoginState.failed(
                    problem.code(), problem.remedy(Language.of(ctx)).title());
        }
        // Cancelled meanwhile: from now on the id means nothing.
        throw failure instanceof CancellationException
                ? Refused.of(LoginProblem.LOGIN_NOT_WAITING)
                : new CompletionException(failure);
    }

    private static Duration wait(Context ctx) {
        var text = Optional.ofNullable(ctx.queryParam("wait")).orElse("0");
        if (!SECONDS.matcher(text).matches() || Integer.parseInt(text) > LONGEST_WAIT.toSeconds()) {
            throw Refused.malformed("wait is whole seconds, at most " + LONGEST_WAIT.toSeconds());
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** {@code DELETE /v1/logins/{id}}: also where there is none, so that it may be repeated. */
    void cancel(Context ctx) {
        services.logins().withdraw(ctx.pathParam("id"), Gate.caller(ctx));
        ctx.status(204);
    }
}

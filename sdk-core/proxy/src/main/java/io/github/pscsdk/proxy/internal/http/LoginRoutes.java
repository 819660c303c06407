package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.json.ConnectRequest;
import io.github.pscsdk.proxy.internal.login.Login;
import io.github.pscsdk.proxy.internal.login.PageCode;
import io.github.pscsdk.proxyprotocol.LoginCode;
import io.github.pscsdk.proxyprotocol.LoginStart;
import io.github.pscsdk.proxyprotocol.LoginStarted;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code /v1/logins}: begin a login, follow it, give the code of its page, cancel it; no thread waits meanwhile. */
final class LoginRoutes {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}");
    // As a page is copied: a space that does not break is one too.
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");

    private final Services services;
    private final Admission admission;

    LoginRoutes(Services services, Admission admission) {
        this.services = services;
        this.admission = admission;
    }

    /** {@code POST /v1/logins}. */
    void start(Context ctx) throws IOException {
        var asked = RequestBody.json(ctx, LoginStart.class);
        Failures.echo(ctx, asked.nationalId(), asked.clientId());
        var started = switch (asked.wayIn().orElse("")) {
            case "BACKCHANNEL" -> onDevice(ctx, asked);
            case "BROWSER" -> inBrowser(ctx, asked);
            default -> throw RefusedException.malformed("wayIn is BACKCHANNEL or BROWSER");
        };
        ctx.future(() -> started.thenAccept(login -> {
            ctx.status(201);
            Replies.json(
                    ctx,
                    new LoginStarted(login.id(), Optional.of(login.deadline().toString()), login.authorizationUri()));
        }));
    }

    private CompletableFuture<Login> onDevice(Context ctx, LoginStart asked) {
        var request = new ConnectRequest(asked.nationalId(), asked.bindingMessage(), asked.clientId(), asked.channel());
        var login = DeviceLogin.check(request, services.clients());
        var pending = admission.onDevice(CallerAuthentication.caller(ctx), login);
        return services.logins()
                .onDevice(CallerAuthentication.caller(ctx), login.client(), login.request(), login.message(), pending);
    }

    private CompletableFuture<Login> inBrowser(Context ctx, LoginStart asked) {
        var clientId = asked.clientId().orElseThrow(() -> RefusedException.malformed("clientId is missing"));
        var client =
                services.clients().find(clientId).orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
        admission.inBrowser(CallerAuthentication.caller(ctx));
        return services.logins().inBrowser(CallerAuthentication.caller(ctx), client);
    }

    /** {@code GET /v1/logins/{id}}. */
    void follow(Context ctx) {
        var login = find(ctx);
        var wait = wait(ctx);
        ctx.future(() -> login.news()
                .completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(news -> Replies.json(ctx, LoginStates.of(login, ctx))));
    }

    /** {@code POST /v1/logins/{id}/code}. */
    void code(Context ctx) throws IOException {
        admission.code(CallerAuthentication.caller(ctx));
        var typed = RequestBody.json(ctx, LoginCode.class)
                .code()
                .map(code -> SPACES.matcher(code).replaceAll(""))
                .filter(PageCode::isShaped)
                .orElseThrow(() -> RefusedException.malformed("code is the six digits of the page"));
        var login = find(ctx);
        ctx.future(() -> services.logins()
                .take(login, typed)
                .thenAccept(taken -> Replies.json(ctx, LoginStates.of(login, ctx))));
    }

    private Login find(Context ctx) {
        return services.logins()
                .find(ctx.pathParam("id"), CallerAuthentication.caller(ctx))
                .orElseThrow(() -> RefusedException.of(LoginProblem.LOGIN_NOT_WAITING));
    }

    private static Duration wait(Context ctx) {
        var text = Optional.ofNullable(ctx.queryParam("wait")).orElse("0");
        if (!SECONDS.matcher(text).matches() || Integer.parseInt(text) > LONGEST_WAIT.toSeconds()) {
            throw RefusedException.malformed("wait is whole seconds, at most " + LONGEST_WAIT.toSeconds());
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** {@code DELETE /v1/logins/{id}}: also where there is none, so that it may be repeated. */
    void cancel(Context ctx) {
        services.logins().withdraw(ctx.pathParam("id"), CallerAuthentication.caller(ctx));
        ctx.status(204);
    }
}

package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.http.ClientDisconnect;
import io.github.pscsdk.proxy.internal.http.Failures;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.RequestBody;
import io.github.pscsdk.proxy.internal.http.ResponseBody;
import io.github.pscsdk.proxy.internal.login.StoredLogin.PageCode;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.LoginState.TypedCode;
import io.github.pscsdk.proxyprotocol.internal.NewLogin;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.StoreException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code /v1/logins}: begin a login, follow it, give the code of its page, cancel it; and {@code /v1/callback}. No
 * thread waits.
 */
record LoginRoutes(Services services) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    // As a page is copied: a space that does not break is one too.
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");

    /** {@code POST /v1/logins}. */
    void start(Context ctx) {
        ctx.future(() -> RequestBody.readJson(ctx, NewLogin.class)
                .thenCompose(asked -> start(ctx, asked))
                .thenAccept(login -> {
                    ctx.status(201);
                    ResponseBody.json(ctx, login);
                }));
    }

    private CompletableFuture<NewLogin.Created> start(Context ctx, NewLogin asked) {
        ClientDisconnect.demandPresent(ctx);
        Failures.echo(ctx, asked.nationalId(), asked.clientId());
        return switch (asked.wayIn().orElse("")) {
            case "BACKCHANNEL" -> onDevice(ctx, asked);
            case "BROWSER" -> inBrowser(ctx, asked);
            default -> throw RefusedException.malformed("wayIn is BACKCHANNEL or BROWSER");
        };
    }

    private CompletableFuture<NewLogin.Created> onDevice(Context ctx, NewLogin asked) {
        var caller = CallerAuthentication.caller(ctx);
        var login = DeviceLogin.of(asked, services.clients());
        return services.admission()
                .onDevice(caller, login)
                .thenCompose(pending -> services.logins().onDevice(caller, login, pending));
    }

    private CompletableFuture<NewLogin.Created> inBrowser(Context ctx, NewLogin asked) {
        var caller = CallerAuthentication.caller(ctx);
        var clientId = asked.clientId().orElseThrow(() -> RefusedException.malformed("clientId is missing"));
        var client =
                services.clients().find(clientId).orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
        var options = options(asked, client.browserLoginOptions());
        return services.admission()
                .inBrowser(caller)
                .thenCompose(pending -> services.logins().inBrowser(caller, client, options, pending));
    }

    private static BrowserLogin.Options options(NewLogin asked, BrowserLogin.Options usual) {
        if (asked.prompt().isEmpty()) {
            return usual;
        }
        if (!asked.prompt().get().equals("login")) {
            throw RefusedException.malformed("prompt is login, or absent");
        }
        return usual.askingAnew();
    }

    /** {@code GET /v1/logins/{id}}. */
    void follow(Context ctx) {
        var caller = CallerAuthentication.caller(ctx);
        var wait = RequestBody.waitParameter(ctx, LONGEST_WAIT);
        ctx.future(() -> services.logins()
                .await(ctx.pathParam("id"), caller, wait, Failures.language(ctx))
                .thenAccept(state -> {
                    if (services.pending().isClosed() && state.state().equals(LoginState.PENDING)) {
                        throw RefusedException.stopping();
                    }
                    ResponseBody.json(ctx, state);
                }));
    }

    /** {@code POST /v1/logins/{id}/code}. */
    void code(Context ctx) {
        ctx.future(() -> services.admission()
                .code(CallerAuthentication.caller(ctx))
                .thenCompose(admitted -> RequestBody.readJson(ctx, TypedCode.class))
                .thenCompose(given -> code(ctx, given)));
    }

    private CompletableFuture<Void> code(Context ctx, TypedCode given) {
        var typed = given.code()
                .map(code -> SPACES.matcher(code).replaceAll(""))
                .filter(PageCode::isShaped)
                .orElseThrow(() -> RefusedException.malformed("code is the six digits of the page"));
        return services.logins()
                .takeCode(ctx.pathParam("id"), CallerAuthentication.caller(ctx), typed, Failures.language(ctx))
                .thenAccept(state -> ResponseBody.json(ctx, state));
    }

    /** {@code DELETE /v1/logins/{id}}: also where there is none, so that it may be repeated. */
    void cancel(Context ctx) {
        ctx.status(204);
        ctx.future(() -> services.logins().withdraw(ctx.pathParam("id"), CallerAuthentication.caller(ctx)));
    }

    /**
     * {@code GET /v1/callback}: where the browser comes back to, and is shown the code. It needs no application token:
     * its state works once.
     */
    void comeBack(Context ctx) {
        var finished = Optional.ofNullable(ctx.queryParam("state"))
                .flatMap(
                        state -> callback(ctx).map(callback -> services.logins().comeBack(callback, state)))
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
            return Optional.of(new URI(WebServer.redirectUri(services.publicBaseUri()) + "?" + ctx.queryString()));
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
        ctx.status(problem == LoginProblem.LOGIN_NOT_WAITING ? 400 : RefusedException.statusOf(problem));
        ctx.header(Failures.HEADER, problem.code());
        ctx.html(CallbackPage.failure(problem));
    }

    private static Problem problem(Throwable failure) {
        var cause = Futures.causeOf(failure);
        if (cause instanceof StoreException store) {
            return store.problem();
        }
        // Cancelled by the software, or by a stop of the proxy, while the browser was on its way.
        return cause instanceof PscException known ? known.problem() : LoginProblem.LOGIN_NOT_WAITING;
    }

    /** The page in the browser at the end of a login: in French, then in English. */
    static final class CallbackPage {
        private static final String PAGE = read("callback.html");
        // One digit after the other for whoever listens; role img is what lets a text have a name of its own.
        private static final String DIGITS = "<span role=\"img\" aria-label=\"%s\">%s %s</span>";

        private static final String FRENCH = read("code.fr.html");
        private static final String ENGLISH = read("code.en.html");

        private CallbackPage() {}

        private static String read(String file) {
            try (var in = Objects.requireNonNull(CallbackPage.class.getResourceAsStream(file))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The identity is verified; the software gets the session for the code alone. */
        static String code(PageCode drawn) {
            var digits = drawn.reveal();
            var code =
                    DIGITS.formatted(String.join(", ", digits.split("")), digits.substring(0, 3), digits.substring(3));
            return PAGE.formatted(FRENCH.formatted(code), ENGLISH.formatted(code));
        }

        static String failure(Problem problem) {
            return PAGE.formatted(section("h1", problem, Locale.FRENCH), section("h2", problem, Locale.ENGLISH));
        }

        private static String section(String title, Problem problem, Locale locale) {
            Remedy remedy = problem.remedy(locale);
            var steps = remedy.steps().stream()
                    .map(step -> "<li>" + escape(step) + "</li>")
                    .collect(Collectors.joining());
            return "<%s>%s</%s><ol>%s</ol><p>%s</p>"
                    .formatted(title, escape(remedy.title()), title, steps, problem.code());
        }

        private static String escape(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}

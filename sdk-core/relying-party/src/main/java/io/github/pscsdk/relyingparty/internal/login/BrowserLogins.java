package io.github.pscsdk.relyingparty.internal.login;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.OutcomeRecipient;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser way in: OpenID Connect Core 1.0, section 3.1, with PKCE and the checks of RFC 9207 and RFC 9700. */
public record BrowserLogins(
        Settings settings,
        Provider provider,
        PscEndpoints psc,
        LoginCompletion completion,
        StoreAccess access,
        Events events) {
    private static final Logger log = LoggerFactory.getLogger(BrowserLogins.class);

    /** @param timeout how long the login page may be left open */
    public record Settings(String clientId, URI redirectUri, String issuer, String scope, Duration timeout) {}

    /**
     * Remembered while the professional is on the login page.
     *
     * @param verifier of RFC 7636
     * @param expectsIssuer whether PSC announces that the callback names its issuer
     * @param authenticatedFrom the earliest {@code auth_time} that will do, in seconds; empty where any will
     * @param begunAt in seconds; an earlier version of this SDK kept neither
     */
    record Pending(
            String nonce,
            String verifier,
            boolean expectsIssuer,
            Optional<Long> authenticatedFrom,
            Optional<Long> begunAt) {
        @Override
        public String toString() {
            return "Pending[]";
        }
    }

    public CompletableFuture<BrowserLogin> begin(BrowserLogin.Options options) {
        return provider.metadata().thenCompose(metadata -> {
            var state = Secrets.draw();
            var now = access.clock().instant();
            var login = new Pending(
                    Secrets.draw(),
                    Secrets.draw(),
                    metadata.namesIssuer(),
                    authenticatedFrom(options, now),
                    Optional.of(now.getEpochSecond()));
            var expiresAt = now.plus(settings.timeout());
            return access.calls().run(() -> {
                access.store()
                        .putIfAbsent(access.browserLoginKey(state), RelyingPartyJson.write(login), settings.timeout());
                events.loginBegun(WayIn.BROWSER, Optional.empty());
                return new BrowserLogin(address(metadata.authorization(), state, login, options), state, expiresAt);
            });
        });
    }

    private static Optional<Long> authenticatedFrom(BrowserLogin.Options options, Instant now) {
        return options.asksAnew()
                ? Optional.of(now.getEpochSecond())
                : options.maxAge().map(age -> now.minus(age).getEpochSecond());
    }

    private URI address(URI page, String state, Pending login, BrowserLogin.Options options) {
        var usual = Form.of("response_type", "code")
                .with("client_id", settings.clientId())
                .with("redirect_uri", settings.redirectUri().toString())
                .with("scope", settings.scope())
                .with("acr_values", PscProfile.ACR_VALUES)
                .with("state", state)
                .with("nonce", login.nonce())
                .with("code_challenge", Secrets.digest(login.verifier()))
                .with("code_challenge_method", "S256");
        var anew = options.asksAnew() ? usual.with("prompt", "login") : usual;
        var recent = options.maxAge()
                .map(age -> anew.with("max_age", Long.toString(age.toSeconds())))
                .orElse(anew);
        var query = options.identityProvider()
                .map(alias -> recent.with(PscProfile.IDENTITY_PROVIDER_PARAMETER, alias))
                .orElse(recent);
        return query.asQueryOf(page);
    }

    /**
     * Takes the browser's return. Ends the outcome, which may be cancelled meanwhile, and then leaves no session
     * behind.
     *
     * @param answered is called once PSC has given everything: what is still missing is ours
     */
    public void complete(URI uri, String expectedState, CompletableFuture<PscSession> outcome, Runnable answered) {
        CompletableFuture.completedFuture(uri)
                .thenApply(checked(address -> BrowserCallback.of(address, expectedState)))
                .thenCompose(callback -> access.calls()
                        .run(() -> claim(callback))
                        .thenApply(checked(login -> redeem(callback, login, outcome, answered))))
                .exceptionally(failure -> {
                    outcome.completeExceptionally(Futures.causeOf(failure));
                    return null;
                });
    }

    /** The failure of a login whose session the store has not taken in time. */
    public static PscException notKept() {
        return new PscException(LoginProblem.INTERRUPTED, "the store had not taken the session of a login in time");
    }

    private Void redeem(
            BrowserCallback callback, Pending login, CompletableFuture<PscSession> outcome, Runnable answered)
            throws PscException {
        var begun = login.begunAt().map(Instant::ofEpochSecond).orElseGet(access.clock()::instant);
        events.login(WayIn.BROWSER, Optional.empty(), begun, outcome, access.clock());
        var attempt = Secrets.attempt();
        callback.checkIssuer(settings.issuer(), login.expectsIssuer());
        var code = callback.code(attempt);
        log.info("login {}: back from the login page", attempt);
        completion.complete(
                psc.redeem(code, settings.redirectUri(), login.verifier()),
                ExpectedLogin.ofBrowser(attempt, login.nonce(), login.authenticatedFrom()),
                new OutcomeRecipient.Local(outcome, answered));
        return null;
    }

    /** Takes it out of the store, so that it works once, on whatever node. */
    private Pending claim(BrowserCallback callback) throws PscException {
        return access.store()
                .take(access.browserLoginKey(callback.state()))
                .flatMap(bytes -> RelyingPartyJson.readIfKnown(bytes, Pending.class))
                .orElseThrow(() -> BrowserCallback.notWaiting("no such login waits"));
    }

    /**
     * The query with which a browser comes back from the login page, for the login that this browser began: RFC 6749,
     * section 4.1.2; RFC 9207.
     */
    record BrowserCallback(Map<String, String> parameters) {
        private static final Logger log = LoggerFactory.getLogger(BrowserCallback.class);

        /**
         * Compares the state with the browser's own before anything else: a forged callback must not use up the login
         * that it names.
         */
        static BrowserCallback of(URI uri, String expectedState) throws PscException {
            var callback = new BrowserCallback(parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery()));
            if (!MessageDigest.isEqual(bytes(callback.state()), bytes(expectedState))) {
                throw notWaiting("the callback is not for this browser's login");
            }
            return callback;
        }

        private static Map<String, String> parameters(String query) throws PscException {
            var parameters = new HashMap<String, String>();
            for (var pair : query.split("&")) {
                var equals = pair.indexOf('=');
                // RFC 6749, section 3.1: a parameter that comes twice makes the answer ambiguous, so it is none.
                if (equals > 0
                        && parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)))
                                != null) {
                    throw notWaiting("a parameter of the callback came twice");
                }
            }
            return parameters;
        }

        private static String decode(String text) {
            // Never fails: a URI holds no broken escape.
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private Optional<String> get(String name) {
            return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
        }

        String state() {
            return get("state").orElse("");
        }

        /**
         * RFC 9207, section 2.4.
         *
         * @param expected whether PSC announced that it names itself
         */
        void checkIssuer(String issuer, boolean expected) throws PscException {
            var named = get("iss");
            if (named.isEmpty() && expected) {
                throw notWaiting("the callback names no issuer, though the discovery document announces that it does");
            }
            if (named.isPresent() && !named.get().equals(issuer)) {
                throw notWaiting("the callback comes from another issuer");
            }
        }

        /**
         * @param attempt name of the login in the log
         * @throws PscException where the login page answered with an error, or with nothing
         */
        String code(String attempt) throws PscException {
            var error = get("error");
            if (error.isPresent()) {
                var problem = problem(error.get());
                log.warn("login {}: the login page answered {}", attempt, problem.code());
                throw new PscException(problem, "the login page answered with an error");
            }
            return get("code")
                    .orElseThrow(() -> new PscException(
                            LoginProblem.PSC_ANSWER_INVALID, "the callback holds neither code nor error"));
        }

        static PscException notWaiting(String detail) {
            return new PscException(LoginProblem.LOGIN_NOT_WAITING, detail);
        }

        /**
         * The problem that {@code error} tells: RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6.
         */
        private static LoginProblem problem(String error) {
            return switch (error) {
                case "access_denied" -> LoginProblem.REFUSED;
                case "server_error", "temporarily_unavailable" -> LoginProblem.PSC_UNAVAILABLE;
                case "unauthorized_client" -> LoginProblem.CLIENT_REJECTED;
                case "invalid_request", "invalid_scope", "unsupported_response_type" -> LoginProblem.REQUEST_REJECTED;
                default -> LoginProblem.PSC_ANSWER_INVALID;
            };
        }

        @Override
        public String toString() {
            return "BrowserCallback" + parameters.keySet();
        }
    }
}

package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query with which a browser comes back from the login page, for the login that this browser began: RFC 6749,
 * section 4.1.2; RFC 9207.
 */
final class BrowserCallback {
    private static final Logger log = LoggerFactory.getLogger(BrowserCallback.class);

    private final Map<String, String> parameters;

    private BrowserCallback(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * Compares the state with the browser's own before anything else: a forged callback must not use up the login that
     * it names.
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
                    && parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
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
                .orElseThrow(() ->
                        new PscException(LoginProblem.PSC_ANSWER_INVALID, "the callback holds neither code nor error"));
    }

    static PscException notWaiting(String detail) {
        return new PscException(LoginProblem.LOGIN_NOT_WAITING, detail);
    }

    /** The problem that {@code error} tells: RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6. */
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

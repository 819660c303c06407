package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The query with which the browser comes back: RFC 6749, section 4.1.2; RFC 9207. */
final class Callback {
    private final Map<String, String> parameters;

    private Callback(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static Callback parse(URI uri) throws PscException {
        var parameters = new HashMap<String, String>();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                // RFC 6749, section 3.1: a parameter that comes twice makes the answer ambiguous, so it is none.
                if (parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                    throw notWaiting("a parameter of the callback came twice");
                }
            }
        }
        return new Callback(parameters);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    static PscException notWaiting(String detail) {
        return new PscException(LoginProblem.LOGIN_NOT_WAITING, detail);
    }

    /** What {@code error} means: RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6. */
    static LoginProblem problem(String error) {
        return switch (error) {
            case "access_denied" -> LoginProblem.REFUSED;
            case "server_error", "temporarily_unavailable" -> LoginProblem.PSC_UNAVAILABLE;
            case "unauthorized_client" -> LoginProblem.CLIENT_REJECTED;
            case "invalid_request", "invalid_scope", "unsupported_response_type" -> LoginProblem.REQUEST_REJECTED;
            default -> LoginProblem.PSC_ANSWER_INVALID;
        };
    }

    private static String decode(String text) throws PscException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes the text.
            throw notWaiting("the callback cannot be read");
        }
    }

    /** Prints names only: the values are secrets. */
    @Override
    public String toString() {
        return "Callback" + parameters.keySet();
    }
}

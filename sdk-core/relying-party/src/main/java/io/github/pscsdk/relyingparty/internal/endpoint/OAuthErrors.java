package io.github.pscsdk.relyingparty.internal.endpoint;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.HttpResponse;
import io.github.pscsdk.relyingparty.HttpStatusException;
import io.github.pscsdk.relyingparty.internal.json.ErrorAnswer;
import java.util.Optional;

/**
 * What an error response of PSC means: RFC 6749, section 5.2; CIBA Core 1.0, sections 11 and 13. The code decides. The
 * status counts only where there is no code that we know, since load balancers answer without one.
 */
final class OAuthErrors {
    private OAuthErrors() {}

    /** Where an error came from, since one code has two meanings. */
    enum Endpoint {
        BACKCHANNEL,
        TOKEN
    }

    static PscException failure(HttpResponse response, Endpoint endpoint) {
        var code = ErrorAnswer.codeIn(response.body());
        var problem = code.flatMap(known -> problem(known, endpoint));
        var detail = endpoint + " endpoint: " + code.map(c -> c + ", ").orElse("") + "status " + response.status();
        return new PscException(
                problem.orElseGet(() -> byStatus(response)), detail, new HttpStatusException(response.status()));
    }

    /** Whether asking again later may help: no code that we know, and a status that says so. */
    static boolean isOutage(HttpResponse response, Endpoint endpoint) {
        var problem = ErrorAnswer.codeIn(response.body()).flatMap(code -> problem(code, endpoint));
        return response.isOutage() && problem.orElse(LoginProblem.PSC_UNAVAILABLE) == LoginProblem.PSC_UNAVAILABLE;
    }

    private static LoginProblem byStatus(HttpResponse response) {
        // RFC 6749, section 5.2: the status of a client that could not prove itself.
        if (response.status() == 401) {
            return LoginProblem.CLIENT_REJECTED;
        }
        return response.isOutage() ? LoginProblem.PSC_UNAVAILABLE : LoginProblem.PSC_ANSWER_INVALID;
    }

    private static Optional<LoginProblem> problem(String code, Endpoint endpoint) {
        return Optional.ofNullable(
                switch (code) {
                    case "access_denied" -> LoginProblem.REFUSED;
                    case "expired_token" -> LoginProblem.NO_ANSWER_IN_TIME;
                    case "unknown_user_id" -> LoginProblem.UNKNOWN_PROFESSIONAL;
                    case "invalid_client" -> LoginProblem.CLIENT_REJECTED;
                    case "unauthorized_client" ->
                        endpoint == Endpoint.BACKCHANNEL
                                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                                : LoginProblem.CLIENT_REJECTED;
                    // Keycloak, which PSC runs on, says so of a client that may not use CIBA; no grant was sent there.
                    case "invalid_grant" ->
                        endpoint == Endpoint.BACKCHANNEL
                                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                                : LoginProblem.GRANT_REJECTED;
                    case "invalid_request",
                            "invalid_scope",
                            "invalid_binding_message",
                            "missing_user_code",
                            "invalid_user_code",
                            "expired_login_hint_token",
                            "unsupported_grant_type" -> LoginProblem.REQUEST_REJECTED;
                    case "server_error", "temporarily_unavailable" -> LoginProblem.PSC_UNAVAILABLE;
                    default -> null;
                });
    }
}

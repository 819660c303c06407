package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;

/** What {@code error} in a callback means: RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6. */
final class CallbackErrors {
    private CallbackErrors() {}

    static LoginProblem problem(String error) {
        return switch (error) {
            case "access_denied" -> LoginProblem.REFUSED;
            case "server_error", "temporarily_unavailable" -> LoginProblem.PSC_UNAVAILABLE;
            case "unauthorized_client" -> LoginProblem.CLIENT_REJECTED;
            case "invalid_request", "invalid_scope", "unsupported_response_type" -> LoginProblem.REQUEST_REJECTED;
            default -> LoginProblem.PSC_ANSWER_INVALID;
        };
    }
}

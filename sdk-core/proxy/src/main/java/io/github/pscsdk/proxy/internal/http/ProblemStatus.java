package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;

/** The HTTP status of each problem, as the contract has it for {@code /connect}. */
final class ProblemStatus {
    private ProblemStatus() {}

    static int of(Problem problem) {
        return problem instanceof LoginProblem known ? of(known) : 500;
    }

    private static int of(LoginProblem problem) {
        return switch (problem) {
            case NATIONAL_ID_MISSING, LOGOUT_TOKEN_REJECTED -> 400;
            // "PSC or the token exchange refused", and whatever else ends without a session but is nobody's outage.
            case REFUSED,
                    NO_ANSWER_IN_TIME,
                    IDENTITY_MISMATCH,
                    SESSION_ENDED,
                    SESSION_ENDED_AT_PSC,
                    BROWSER_CODE_MISSING,
                    BROWSER_CODE_REJECTED,
                    MEANS_NOT_ACCEPTED,
                    ID_TOKEN_REJECTED,
                    USERINFO_REJECTED,
                    CLIENT_REJECTED,
                    BACKCHANNEL_NOT_ENABLED,
                    REQUEST_REJECTED,
                    GRANT_REJECTED,
                    API_TOKEN_REFUSED,
                    APPLICATION_REJECTED -> 401;
            case UNKNOWN_PROFESSIONAL,
                    UNKNOWN_ADELI_NUMBER,
                    TEST_IDENTITY_IN_PRODUCTION,
                    NOT_CONFIGURED,
                    LOGIN_NOT_WAITING -> 404;
            case ATTEMPT_IN_PROGRESS, LOGIN_ALREADY_PENDING -> 409;
            case TOO_MANY_ATTEMPTS -> 429;
            case PSC_ANSWER_INVALID -> 502;
            case PSC_UNAVAILABLE, API_UNAVAILABLE, SERVER_HALF_UNREACHABLE -> 503;
            case ENVIRONMENT_MISMATCH,
                    SERVER_HALF_ANSWER_INVALID,
                    BROWSER_NOT_OPENED,
                    AUTHENTICATOR_NOT_FOUND,
                    NO_PROFESSIONAL_DATA,
                    SESSION_LOCKED -> 500;
        };
    }
}

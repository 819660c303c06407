package io.github.pscsdk.example.spring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;

/** The HTTP status of a page that shows a problem. */
final class ProblemStatus {
    private ProblemStatus() {}

    static int of(Problem problem) {
        return problem instanceof LoginProblem known ? of(known) : 500;
    }

    private static int of(LoginProblem problem) {
        return switch (problem) {
            case REFUSED, NO_ANSWER_IN_TIME, IDENTITY_MISMATCH, SESSION_ENDED, UNKNOWN_PROFESSIONAL -> 403;
            case LOGIN_NOT_WAITING -> 400;
            case TOO_MANY_ATTEMPTS -> 429;
            case PSC_UNAVAILABLE, API_UNAVAILABLE, SERVER_HALF_UNREACHABLE -> 503;
            case PSC_ANSWER_INVALID,
                    ENVIRONMENT_MISMATCH,
                    ID_TOKEN_REJECTED,
                    USERINFO_REJECTED,
                    CLIENT_REJECTED,
                    REQUEST_REJECTED,
                    GRANT_REJECTED -> 502;
            default -> 500;
        };
    }
}

package io.github.pscsdk.relyingparty.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;

/** The HTTP status of a page that shows a problem to a person. The Proxy e-Santé has codes of its own. */
public final class ProblemStatus {
    private ProblemStatus() {}

    /**
     * 400 and 403 for what the person or their browser did, 429 for too many attempts, 502 for what Pro Santé Connect
     * answered, 503 for what may work again in a moment, 500 for all else.
     */
    public static int of(Problem problem) {
        return problem instanceof LoginProblem known ? of(known) : 500;
    }

    private static int of(LoginProblem problem) {
        return switch (problem) {
            case REFUSED,
                    NO_ANSWER_IN_TIME,
                    IDENTITY_MISMATCH,
                    IDENTITY_UNDECIDED,
                    MEANS_NOT_ACCEPTED,
                    LEVEL_NOT_ACCEPTED,
                    SESSION_ENDED,
                    SESSION_ENDED_AT_PSC,
                    SESSION_CONTRADICTED,
                    INTERRUPTED,
                    UNKNOWN_PROFESSIONAL,
                    UNKNOWN_ADELI_NUMBER,
                    TEST_IDENTITY_IN_PRODUCTION,
                    NOT_ASKED_AGAIN -> 403;
            case LOGIN_NOT_WAITING -> 400;
            case TOO_MANY_ATTEMPTS -> 429;
            case PSC_UNAVAILABLE,
                    SIGNED_OUT_HERE_ONLY,
                    API_UNAVAILABLE,
                    TRACE_NOT_KEPT,
                    STORE_UNAVAILABLE,
                    NOT_SIGNED_OUT_YET,
                    SERVER_HALF_BUSY,
                    SERVER_HALF_UNREACHABLE -> 503;
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

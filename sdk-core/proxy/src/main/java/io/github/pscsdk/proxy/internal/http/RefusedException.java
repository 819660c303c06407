package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import java.time.Duration;
import java.util.Optional;

/** A call that the proxy answers itself, by a failure. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;
    private final transient Optional<String> detail;
    private final transient Optional<Duration> retryAfter;

    private RefusedException(int status, Problem problem, Optional<String> detail, Optional<Duration> retryAfter) {
        super(status + " " + problem.code());
        this.status = status;
        this.problem = problem;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** The problem's own text is the message. */
    static RefusedException of(int status, Problem problem) {
        return new RefusedException(status, problem, Optional.empty(), Optional.empty());
    }

    /** The problem under the status that it has everywhere. */
    static RefusedException of(Problem problem) {
        return of(ProblemStatus.of(problem), problem);
    }

    /**
     * A call that no version of ours would make.
     *
     * @param detail what is wrong, in English, for the developer who reads it; without personal data
     */
    static RefusedException malformed(String detail) {
        return new RefusedException(
                400, LoginProblem.SERVER_HALF_ANSWER_INVALID, Optional.of(detail), Optional.empty());
    }

    static RefusedException tooMany(Duration wait) {
        return later(LoginProblem.TOO_MANY_ATTEMPTS, wait);
    }

    static RefusedException alreadyPending(Duration wait) {
        return later(LoginProblem.LOGIN_ALREADY_PENDING, wait);
    }

    private static RefusedException later(Problem problem, Duration wait) {
        return new RefusedException(ProblemStatus.of(problem), problem, Optional.empty(), Optional.of(wait));
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    Optional<String> detail() {
        return detail;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}

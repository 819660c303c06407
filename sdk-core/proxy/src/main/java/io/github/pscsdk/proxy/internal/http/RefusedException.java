package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call that the proxy answers itself, by a failure. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When to come again to a proxy that takes no login at the moment. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Set<String> TOLD = Set.of("accepted", "level");
    // As much as a workstation reads.
    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9 .,:_/-]{1,80}");
    // The shortest identifier of a person has 9 digits.
    private static final Pattern NUMBER = Pattern.compile("\\d{8}");

    private final int status;
    private final transient Problem problem;
    private final transient Map<String, String> facts;
    private final transient Optional<String> detail;
    private final transient Optional<Duration> retryAfter;

    private RefusedException(
            int status,
            Problem problem,
            Map<String, String> facts,
            Optional<String> detail,
            Optional<Duration> retryAfter,
            @Nullable Throwable cause) {
        super(status + " " + problem.code(), cause);
        this.status = status;
        this.problem = problem;
        this.facts = facts;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    public static RefusedException of(int status, Problem problem) {
        return new RefusedException(status, problem, Map.of(), Optional.empty(), Optional.empty(), null);
    }

    public static RefusedException of(int status, PscException failure) {
        return new RefusedException(
                status, failure.problem(), facts(failure), Optional.empty(), Optional.empty(), null);
    }

    /**
     * The facts of a failure that leave the proxy, in the order of their names: since some are an answer of Pro Santé
     * Connect, those of listed names, if short and without a number that could be a person's identifier.
     */
    public static Map<String, String> facts(PscException failure) {
        var told = new TreeMap<>(failure.facts());
        told.entrySet().removeIf(fact -> !TOLD.contains(fact.getKey()) || !isHarmless(fact.getValue()));
        return told;
    }

    private static boolean isHarmless(String value) {
        return SHORT.matcher(value).matches() && !NUMBER.matcher(value).find();
    }

    public static RefusedException of(Problem problem) {
        return of(statusOf(problem), problem);
    }

    /**
     * A call that no version of ours would make; {@code detail} is in English, for a developer, without personal data.
     */
    public static RefusedException malformed(String detail) {
        return new RefusedException(
                400, LoginProblem.SERVER_HALF_ANSWER_INVALID, Map.of(), Optional.of(detail), Optional.empty(), null);
    }

    public static RefusedException tooMany(Duration wait) {
        return later(LoginProblem.TOO_MANY_ATTEMPTS, wait);
    }

    public static RefusedException alreadyPending(Duration wait) {
        return later(LoginProblem.LOGIN_ALREADY_PENDING, wait);
    }

    /** No login begins now, and soon one may. */
    public static RefusedException busy() {
        return later(LoginProblem.SERVER_HALF_BUSY, SOON);
    }

    /** The answer is to be had elsewhere, or here in a moment. */
    public static RefusedException stopping() {
        return later(LoginProblem.SERVER_HALF_UNREACHABLE, AT_ONCE);
    }

    /** A backend gave no response that can be passed back; {@code cause} is told in the log. */
    public static RefusedException ofBackend(int status, Optional<Duration> retryAfter, Throwable cause) {
        return new RefusedException(
                status, LoginProblem.API_UNAVAILABLE, Map.of(), Optional.empty(), retryAfter, cause);
    }

    private static RefusedException later(Problem problem, Duration wait) {
        return new RefusedException(statusOf(problem), problem, Map.of(), Optional.empty(), Optional.of(wait), null);
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> facts() {
        return facts;
    }

    public Optional<String> detail() {
        return detail;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The HTTP status of each problem, as the contract has it for {@code /connect}. */
    public static int statusOf(Problem problem) {
        return problem instanceof LoginProblem known ? statusOf(known) : 500;
    }

    private static int statusOf(LoginProblem problem) {
        return switch (problem) {
            case NATIONAL_ID_MISSING, LOGOUT_TOKEN_REJECTED -> 400;
            // "PSC or the token exchange refused", and whatever else ends without a session but is nobody's outage.
            case REFUSED,
                    NO_ANSWER_IN_TIME,
                    IDENTITY_MISMATCH,
                    IDENTITY_UNDECIDED,
                    SESSION_ENDED,
                    SESSION_ENDED_AT_PSC,
                    SESSION_CONTRADICTED,
                    INTERRUPTED,
                    BROWSER_CODE_MISSING,
                    BROWSER_CODE_REJECTED,
                    MEANS_NOT_ACCEPTED,
                    LEVEL_NOT_ACCEPTED,
                    NOT_ASKED_AGAIN,
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
            case PSC_UNAVAILABLE,
                    SIGNED_OUT_HERE_ONLY,
                    NOT_SIGNED_OUT_YET,
                    API_UNAVAILABLE,
                    TRACE_NOT_KEPT,
                    STORE_UNAVAILABLE,
                    SERVER_HALF_BUSY,
                    SERVER_HALF_UNREACHABLE -> 503;
            case ENVIRONMENT_MISMATCH,
                    STORE_UNREADABLE,
                    SERVER_HALF_ANSWER_INVALID,
                    BROWSER_NOT_OPENED,
                    AUTHENTICATOR_NOT_FOUND,
                    BROWSER_LOGIN_NOT_OFFERED,
                    ENDED_WITHOUT_REASON,
                    SERVER_HALF_ADDRESS_UNUSABLE,
                    NO_PROFESSIONAL_DATA,
                    SESSION_LOCKED -> 500;
        };
    }
}

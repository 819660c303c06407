package io.github.pscsdk.sessionstore;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.util.Objects;

/** A store cannot do what it was asked. Its message and causes name no key and no value. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LoginProblem problem;

    private StoreException(LoginProblem problem, String message, Throwable cause) {
        super(problem.code() + ": " + message, cause);
        this.problem = problem;
    }

    /**
     * The store does not answer, or not in time; asking again later may help ({@code STORE_UNAVAILABLE}).
     *
     * @param message what was tried, for operators; in English
     * @param cause null where there is none
     */
    public static StoreException unavailable(String message, Throwable cause) {
        return new StoreException(LoginProblem.STORE_UNAVAILABLE, message, cause);
    }

    /**
     * The store answers, but what is in it, or how it was set up, is not what this node needs ({@code STORE_UNREADABLE}): asking again
     * changes nothing.
     *
     * @param message what is wrong and who must act, for operators; in English
     */
    public static StoreException unreadable(String message) {
        return new StoreException(LoginProblem.STORE_UNREADABLE, message, null);
    }

    /** Which kind it is. */
    public LoginProblem problem() {
        return Objects.requireNonNull(problem);
    }
}

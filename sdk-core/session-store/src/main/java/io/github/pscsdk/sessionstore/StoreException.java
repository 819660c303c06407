package io.github.pscsdk.sessionstore;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Objects;

/** A store cannot do what it was asked. Its message and causes name no key and no value. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LoginProblem problem;
    private final String detail;

    private StoreException(LoginProblem problem, String message, Throwable cause) {
        super(problem.code() + ": " + message, cause);
        this.problem = problem;
        this.detail = message;
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

    /** The same for a caller who knows nothing of stores. */
    public PscException asPscException() {
        return new PscException(problem(), detail, this);
    }

    /** Which kind it is. */
    public LoginProblem problem() {
        return Objects.requireNonNull(problem);
    }
}

package io.github.pscsdk.diagnostic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a login, or a call within a session, fails; {@link #problem()} says who must act and what to do.
 *
 * <p>Checked, because a person must be told. The message holds the problem's code and a detail in English for the
 * log; it never holds a token, a national identifier, a name or a binding message. Cancelling is not a failure: it is
 * an {@link InterruptedException} or a {@link java.util.concurrent.CancellationException}.
 */
public final class PscException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * A failure without a cause.
     *
     * @param problem what went wrong
     * @param detail English, for the log, without personal data
     */
    public PscException(Problem problem, String detail) {
        this(problem, detail, null);
    }

    /**
     * A failure with the exception that caused it.
     *
     * @param problem what went wrong
     * @param detail English, for the log, without personal data
     * @param cause kept for the log; may be null
     */
    @SuppressWarnings("exports") // The annotation's module is for compilers alone.
    public PscException(Problem problem, String detail, @Nullable Throwable cause) {
        super(problem.code() + " " + problem.name() + ": " + Objects.requireNonNull(detail, "detail"), cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}

package io.github.pscsdk.diagnostic;

import java.util.Map;
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
    private final transient Map<String, String> facts;

    /**
     * A failure without a cause.
     *
     * @param problem what went wrong
     * @param detail English, for the log, without personal data
     */
    public PscException(Problem problem, String detail) {
        this(problem, detail, Map.of(), null);
    }

    /**
     * A failure with facts.
     *
     * @param problem what went wrong
     * @param detail English, for the log, without personal data
     * @param facts see {@link #facts()}
     */
    public PscException(Problem problem, String detail, Map<String, String> facts) {
        this(problem, detail, facts, null);
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
        this(problem, detail, Map.of(), cause);
    }

    /**
     * A failure with facts and the exception that caused it.
     *
     * @param problem what went wrong
     * @param detail English, for the log, without personal data
     * @param facts see {@link #facts()}
     * @param cause kept for the log; may be null
     */
    @SuppressWarnings("exports") // The annotation's module is for compilers alone.
    public PscException(Problem problem, String detail, Map<String, String> facts, @Nullable Throwable cause) {
        super(problem.code() + " " + problem.name() + ": " + Objects.requireNonNull(detail, "detail"), cause);
        this.problem = problem;
        this.facts = Map.copyOf(facts);
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }

    /**
     * Values that may be shown to anybody, such as {@code level}, by names that are stable for each problem; without personal
     * data. Most problems have none.
     */
    public Map<String, String> facts() {
        return facts;
    }
}

package io.github.pscsdk.diagnostic;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a login, or a call within a session, fails; {@link #problem()} says who must act. Checked, because a
 * person must be told. The message holds the problem's code and a detail in English; never a token, a national
 * identifier, a name or a binding message. Cancelling is not a failure, but an {@link InterruptedException} or a {@link
 * java.util.concurrent.CancellationException}.
 */
public final class PscException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> facts;

    /** A failure without a cause; {@code detail} is English, for the log, without personal data. */
    public PscException(Problem problem, String detail) {
        this(problem, detail, Map.of(), null);
    }

    /** A failure with {@linkplain #facts facts}. */
    public PscException(Problem problem, String detail, Map<String, String> facts) {
        this(problem, detail, facts, null);
    }

    /** A failure with the exception that caused it, kept for the log. */
    @SuppressWarnings("exports") // The annotation's module is for compilers alone.
    public PscException(Problem problem, String detail, @Nullable Throwable cause) {
        this(problem, detail, Map.of(), cause);
    }

    /** A failure with {@linkplain #facts facts} and the exception that caused it, kept for the log. */
    @SuppressWarnings("exports") // The annotation's module is for compilers alone.
    public PscException(Problem problem, String detail, Map<String, String> facts, @Nullable Throwable cause) {
        super(problem.code() + " " + problem.name() + ": " + Objects.requireNonNull(detail, "detail"), cause);
        this.problem = problem;
        this.facts = Map.copyOf(facts);
    }

    /** The problem that occurred. */
    public Problem problem() {
        return problem;
    }

    /** Values by names that are stable for each problem, such as {@code level}; without personal data, often none. */
    public Map<String, String> facts() {
        return facts;
    }
}

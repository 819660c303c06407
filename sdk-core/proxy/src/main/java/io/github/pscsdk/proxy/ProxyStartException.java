package io.github.pscsdk.proxy;

import io.github.pscsdk.diagnostic.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proxy cannot be started: with this configuration, or on this machine as it is. */
public final class ProxyStartException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProxyStartException(Problem problem, String detail) {
        this(problem, detail, null);
    }

    ProxyStartException(Problem problem, String detail, @Nullable Exception cause) {
        super(problem.code() + ": " + detail, cause);
        this.problem = problem;
    }

    /** The problem, with its steps in French and English. */
    public Problem problem() {
        return Objects.requireNonNull(problem);
    }
}

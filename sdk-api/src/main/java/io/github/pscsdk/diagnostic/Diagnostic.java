package io.github.pscsdk.diagnostic;

import java.util.Map;
import java.util.Objects;

/**
 * One finding of a health check.
 *
 * @param problem what was found
 * @param severity how much it matters here
 * @param facts what a support desk needs, such as a file name or a version; never personal data, never a secret
 */
public record Diagnostic(Problem problem, Severity severity, Map<String, String> facts) {
    /** Checks and copies. */
    public Diagnostic {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(severity, "severity");
        facts = Map.copyOf(facts);
    }
}

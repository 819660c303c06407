package io.github.pscsdk.diagnostic;

import java.util.Map;
import java.util.Objects;

/**
 * A finding: a problem with its severity and facts. Health checks return it, and logins give it as a notice.
 *
 * @param problem what was found
 * @param severity how much it matters in this case
 * @param facts what a support desk needs, such as a file name or a version; never personal data, never a secret
 */
public record Diagnostic(Problem problem, Severity severity, Map<String, String> facts) {
    public Diagnostic {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(severity, "severity");
        facts = Map.copyOf(facts);
    }
}

package io.github.pscsdk.diagnostic;

import java.util.HashMap;
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

    /** A finding without facts. */
    public static Diagnostic of(Problem problem, Severity severity) {
        return new Diagnostic(problem, severity, Map.of());
    }

    /** A copy with one more fact, or with another value of it. */
    public Diagnostic with(String fact, String value) {
        return with(Map.of(fact, value));
    }

    /** A copy with more facts, or with other values of them. */
    public Diagnostic with(Map<String, String> others) {
        var more = new HashMap<>(facts);
        more.putAll(others);
        return new Diagnostic(problem, severity, more);
    }

    @Override
    public String toString() {
        return "Diagnostic[" + problem.code() + " " + problem.name() + ", " + severity + ", " + facts + "]";
    }
}

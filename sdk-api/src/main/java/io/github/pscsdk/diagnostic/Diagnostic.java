package io.github.pscsdk.diagnostic;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A finding: a problem with its severity and facts. Health checks return it, and logins give it as a notice. Immutable.
 *
 * <p>A fact is what a support desk needs, such as a file name or a version; never personal data, never a secret.
 */
public final class Diagnostic {
    private final Problem problem;
    private final Severity severity;
    private final Map<String, String> facts;

    private Diagnostic(Problem problem, Severity severity, Map<String, String> facts) {
        this.problem = Objects.requireNonNull(problem, "problem");
        this.severity = Objects.requireNonNull(severity, "severity");
        this.facts = Map.copyOf(facts);
    }

    /** A finding without facts. */
    public static Diagnostic of(Problem problem, Severity severity) {
        return new Diagnostic(problem, severity, Map.of());
    }

    /** A copy with one more fact, or with another value of it. */
    public Diagnostic with(String fact, String value) {
        var more = new HashMap<>(facts);
        more.put(fact, value);
        return new Diagnostic(problem, severity, more);
    }

    /** A copy with more facts, or with other values of them. */
    public Diagnostic with(Map<String, String> others) {
        var more = new HashMap<>(facts);
        more.putAll(others);
        return new Diagnostic(problem, severity, more);
    }

    /** What was found. */
    public Problem problem() {
        return problem;
    }

    /** How much it matters in this case. */
    public Severity severity() {
        return severity;
    }

    /** What a support desk needs to know. */
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diagnostic finding
                && problem.equals(finding.problem)
                && severity == finding.severity
                && facts.equals(finding.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(problem, severity, facts);
    }

    @Override
    public String toString() {
        return "Diagnostic[" + problem.code() + " " + problem.name() + ", " + severity + ", " + facts + "]";
    }
}

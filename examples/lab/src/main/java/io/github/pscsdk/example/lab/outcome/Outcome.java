package io.github.pscsdk.example.lab.outcome;

import java.util.List;

/**
 * What became of one row.
 *
 * @param line where the row begins in the file
 * @param accepted whether the form keeps it
 * @param findings why not, or what was noticed
 */
public record Outcome(int line, boolean accepted, List<Finding> findings) {
    /** Copies; a rejected row says why. */
    public Outcome {
        findings = List.copyOf(findings);
        if (!accepted && findings.stream().noneMatch(finding -> finding.severity() == Severity.REJECTED)) {
            throw new IllegalArgumentException("a row is rejected by a rule");
        }
    }

    /** The form keeps the row. */
    public static Outcome accepted(int line, List<Finding> findings) {
        return new Outcome(line, true, findings);
    }

    /** The form keeps nothing of the row. */
    public static Outcome rejected(int line, List<Finding> findings) {
        return new Outcome(line, false, findings);
    }

    /** Whether the row is kept, but worth a look. */
    boolean acceptedWithWarning() {
        return accepted && findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNED);
    }
}

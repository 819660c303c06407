package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.imports.Importer;
import java.util.List;

/** The outcome of one row. */
public record Outcome(int line, Result result, List<Finding> findings) {
    public enum Result {
        ACCEPTED,
        /**
         * It does not, but for the telephone or the site for bookings it would: its import makes a draft of such a row.
         */
        TO_CORRECT,
        REJECTED
    }

    /** Copies; a row that is not accepted says why. */
    public Outcome {
        findings = List.copyOf(findings);
        if (result != Result.ACCEPTED && findings.stream().noneMatch(Finding::isError)) {
            throw new IllegalArgumentException("a row is rejected by a rule");
        }
    }

    public static Outcome accepted(int line, List<Finding> findings) {
        return new Outcome(line, Result.ACCEPTED, findings);
    }

    /** The form keeps nothing of the row; whether correcting how to book is enough, the findings say. */
    public static Outcome refused(int line, List<Finding> findings) {
        var isOfBooking =
                findings.stream().filter(Finding::isError).allMatch(error -> Importer.isOfBooking(error.field()));
        return new Outcome(line, isOfBooking ? Result.TO_CORRECT : Result.REJECTED, findings);
    }

    /** Whether the row is kept, but worth a look. */
    boolean acceptedWithWarning() {
        return result == Result.ACCEPTED && findings.stream().anyMatch(finding -> finding.severity() == Severity.W);
    }
}

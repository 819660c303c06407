package io.github.pscsdk.example.lab.outcome;

import java.util.Objects;

/**
 * What a rule found in one row.
 *
 * @param rule its identifier, such as {@code V-TEL}
 * @param severity what follows from it
 */
public record Finding(String rule, Severity severity) {
    /** The rule of this end: the row cannot be read at all, so that nothing could be sent. */
    public static final String UNREADABLE_ROW = "ROW";

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
    }

    /** A finding that rejects the row. */
    public static Finding rejecting(String rule) {
        return new Finding(rule, Severity.REJECTED);
    }
}

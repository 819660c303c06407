package io.github.pscsdk.example.lab.outcome;

/** What follows from a finding. */
public enum Severity {
    /** Severity {@code E}: nothing of the row is kept. */
    ERROR,
    /** Severity {@code W}: kept, and worth a look. */
    WARNING,
    /** Severity {@code N}: kept in its canonical spelling. */
    CORRECTION
}

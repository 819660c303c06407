package io.github.pscsdk.diagnostic;

/** How much a finding matters. A minor version may add constants: keep a default branch. */
public enum Severity {
    /** A fact worth showing; nothing to do. */
    INFO,
    /** Works today, or works in part; look at it. */
    WARNING,
    /** A login by the way concerned cannot succeed until somebody acts. */
    BLOCKING
}

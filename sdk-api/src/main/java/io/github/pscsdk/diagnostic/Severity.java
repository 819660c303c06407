package io.github.pscsdk.diagnostic;

/** How much a finding matters. A minor version may add constants: keep a default branch. */
public enum Severity {
    /** Information. Nobody has to act. */
    INFO,
    /** It works now, or works in part. Somebody should look at it. */
    WARNING,
    /** A login by this way in cannot succeed until somebody acts. */
    BLOCKING
}

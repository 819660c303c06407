package io.github.pscsdk.relyingparty.internal.drift;

/** The meaning of a difference for logins, the worst first. A minor version may add constants: keep a default branch. */
public enum DriftSeverity {
    /** Logins fail, all of them or by one of the ways in. */
    BREAKS_LOGINS,
    /** Some clients, or something beside the login such as the sign-out, may fail. */
    MAY_BREAK,
    /** Nothing that this SDK relies on. */
    INFORMATIVE
}

package io.github.pscsdk.proxy.internal.conformity.verdict;

/** What can be said of one obligation. */
public enum Verdict {
    /** A check failed. */
    NOT_MET,
    /** A person has to answer. */
    CANNOT_BE_TOLD,
    /** All checks succeeded, and they settle it. */
    MET
}

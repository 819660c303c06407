package io.github.pscsdk.proxy.internal.conformity.verdict;

/** The result of one check. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    /** It could not be made. */
    UNSEEN
}

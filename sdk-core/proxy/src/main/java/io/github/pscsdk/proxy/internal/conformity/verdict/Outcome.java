package io.github.pscsdk.proxy.internal.conformity.verdict;

/** What a check came to. */
public enum Outcome {
    /** What was looked at is as it should be. */
    PASSED,
    /** What was looked at is not as it should be. */
    FAILED,
    /** It could not be looked at. */
    UNSEEN
}

package io.github.pscsdk.api;

/**
 * The fate of a session whose card leaves the reader. The host chooses: see
 * {@link LoginRequest#withCardRemoval}. A minor version may add constants: keep a default branch.
 */
public enum CardRemoval {
    /** Nothing. */
    IGNORE,
    /** The session is locked, and unlocked when the same card comes back. */
    LOCK,
    /** The session and the one with Pro Santé Connect are ended. */
    SIGN_OUT
}

package io.github.pscsdk.testkit.simulator;

/**
 * A change that Pro Santé Connect might make some day without telling; a claim that goes missing is {@link
 * Dial#MISSING_CLAIMS}. A minor version may add constants: keep a default
 * branch.
 */
public enum Drift {
    /** Discovery names all addresses, the issuer's too, under another host name. */
    RENAMED_HOST,
    /** The {@code acr} of ID tokens has a value that nobody has seen yet. */
    NEW_ACR
}

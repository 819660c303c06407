package io.github.pscsdk.proxy.internal.conformity.obligation;

/** How sure it is that the obligation is what its source says. */
public enum Confidence {
    /** Read in the documentation or the code of the one who obliges. */
    CERTAIN,
    /** Several third parties agree, or one official text implies it. */
    LIKELY,
    /** Inferred. */
    GUESS
}

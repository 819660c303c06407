package io.github.pscsdk.testkit.simulator.internal.script;

/** What the login page does when a persona logs in. */
public enum LoginPageBehaviour {
    /** Returns to the client with a code. */
    RETURNS_WITH_CODE,
    /** Returns to the client with {@code access_denied}. */
    RETURNS_REFUSAL,
    /** Goes on waiting, because nobody confirms. */
    STAYS,
    /** Answers 503. */
    UNAVAILABLE
}

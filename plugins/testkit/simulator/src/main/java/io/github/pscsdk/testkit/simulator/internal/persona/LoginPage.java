package io.github.pscsdk.testkit.simulator.internal.persona;

/** What the login page does with a persona. */
public enum LoginPage {
    /** Returns to the client with a code. */
    RETURNS_WITH_CODE,
    /** Returns to the client with {@code access_denied}. */
    RETURNS_REFUSAL,
    /** Stays: nobody confirms. */
    STAYS,
    /** Is out of order. */
    UNAVAILABLE
}

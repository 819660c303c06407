package io.github.pscsdk.testkit.simulator;

/** The {@code acr} of the ID token after a card login; which one Pro Santé Connect gives is not known (section 4.5). */
public enum CardAcr {
    /** {@code eidas1}, as after an e-CPS login. */
    EIDAS1,
    /** {@code eidas3}, the level of the card. */
    EIDAS3
}

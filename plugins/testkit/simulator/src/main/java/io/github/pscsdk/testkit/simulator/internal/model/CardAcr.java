package io.github.pscsdk.testkit.simulator.internal.model;

/**
 * The {@code acr} of the ID token after a card login; each was seen somewhere (pro-sante-connect, sections 4.5 and
 * 15.1).
 */
public enum CardAcr {
    /** {@code eidas1}, as after an e-CPS login. */
    EIDAS1,
    /** {@code eidas2}, as in production in 2026. */
    EIDAS2,
    /** {@code eidas3}, the level of the card. */
    EIDAS3
}

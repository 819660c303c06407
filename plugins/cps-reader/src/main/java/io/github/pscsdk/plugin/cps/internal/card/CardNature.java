package io.github.pscsdk.plugin.cps.internal.card;

/** Whether a card belongs to the real world. */
public enum CardNature {
    /** Of the production hierarchy. */
    PRODUCTION,
    /** Category 80, or issued by a TEST authority. */
    TEST,
    /** The certificate does not say. */
    UNKNOWN
}

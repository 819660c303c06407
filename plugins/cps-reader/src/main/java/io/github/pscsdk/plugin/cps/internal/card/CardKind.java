package io.github.pscsdk.plugin.cps.internal.card;

/** The kind of a card by its answer to reset. */
public enum CardKind {
    CPS3,
    /** CPS3 on a contactless reader: there is no code in that mode. */
    CPS3_CONTACTLESS,
    CPS4,
    /** A card of the family that does not say its generation. */
    CPS,
    VITALE,
    OTHER
}

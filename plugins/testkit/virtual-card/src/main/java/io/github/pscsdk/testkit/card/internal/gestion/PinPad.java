package io.github.pscsdk.testkit.card.internal.gestion;

import java.util.OptionalInt;

/** Tries a code porteur. Keeps no code; the caller fills it with zeros. */
public interface PinPad {
    /** The answer of a card to a code. */
    enum Verdict {
        APPROVED,
        /** Wrong; there may be tries left. */
        WRONG_CODE,
        /** Not four digits: it was not tried. */
        NOT_A_CODE,
        /** The card is blocked, perhaps just now. */
        BLOCKED,
        /** There is no card, or none that can be used: nothing was tried. */
        NO_CARD,
        /** The card is another person's, or of no authority that is trusted: nothing was tried. */
        OTHER_CARD
    }

    Verdict tryCode(String nationalId, char[] code);

    /** How many wrong codes block the card, 0 if it is blocked; empty without a card. */
    OptionalInt triesLeft(String nationalId);
}

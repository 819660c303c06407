package io.github.pscsdk.testkit.card.internal.chip;

import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;

/** The answers to reset of cards in the field (cps-card, section 2). */
public final class AnswerToReset {
    private AnswerToReset() {}

    static byte[] of(CardSpec.Generation generation) {
        return Hex.bytes(
                switch (generation) {
                    case CPS3 -> "3BAC00402A001225006480000310009000";
                    case CPS3_CONTACTLESS -> "3B8F80010031B86404B0ECC1739401808290000E";
                    case CPS4 -> "3B9B188001001225006480040100009044";
                });
    }

    /** The patient's card, which is often in the second slot of the same reader. */
    public static byte[] ofVitale() {
        return Hex.bytes("3B751300004409EA9000");
    }

    /** An invented one: eight historical bytes without a meaning. */
    public static byte[] ofUnknown() {
        return Hex.bytes("3B6800004649435449564530");
    }
}

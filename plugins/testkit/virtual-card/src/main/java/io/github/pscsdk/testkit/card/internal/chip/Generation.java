package io.github.pscsdk.testkit.card.internal.chip;

/**
 * The generations of cards: answer to reset (cps-card, section 2), and the instructions of {@link Command} that the
 * modern application takes (sections 5 to 7).
 */
public enum Generation {
    /** Of 2011, in a reader with contacts. */
    CPS3("3BAC00402A001225006480000310009000", "A4 B0 84 22 2A 88 20 CB"),
    /** A CPS3 on a contactless reader: it has no code there, and speaks T=1. */
    CPS3_CONTACTLESS("3B8F80010031B86404B0ECC1739401808290000E", "A4 B0 84 22 2A 88"),
    /** Of 2025: no INTERNAL AUTHENTICATE, no counters by GET DATA. */
    CPS4("3B9B188001001225006480040100009044", "A4 B0 84 22 2A 20");

    private final String answerToReset;
    private final String instructions;

    Generation(String answerToReset, String instructions) {
        this.answerToReset = answerToReset;
        this.instructions = instructions;
    }

    public byte[] answerToReset() {
        return Hex.bytes(answerToReset);
    }

    boolean hasContacts() {
        return this != CPS3_CONTACTLESS;
    }

    String application() {
        return "E828BD080F8025000001FF00" + (hasContacts() ? "10" : "20");
    }

    boolean knows(int instruction) {
        return instructions.contains(Hex.text(new byte[] {(byte) instruction}));
    }
}

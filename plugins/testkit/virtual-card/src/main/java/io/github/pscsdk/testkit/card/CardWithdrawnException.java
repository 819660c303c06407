package io.github.pscsdk.testkit.card;

/** Thrown when the card is removed before its response is complete. */
public final class CardWithdrawnException extends Exception {
    private static final long serialVersionUID = 1L;

    private final byte[] begun;

    /** A removal; {@code begun} is what of the response had left the card. */
    public CardWithdrawnException(byte[] begun) {
        super("the card was pulled out");
        this.begun = begun.clone();
    }

    /** What of the response had left the card. */
    public byte[] begun() {
        return begun.clone();
    }
}

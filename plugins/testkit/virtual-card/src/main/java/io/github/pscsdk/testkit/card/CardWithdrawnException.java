package io.github.pscsdk.testkit.card;

/** The card was pulled out before its response was complete. */
public final class CardWithdrawnException extends Exception {
    private static final long serialVersionUID = 1L;

    private final byte[] begun;

    /**
     * Says so.
     *
     * @param begun what of the response had left the card
     */
    public CardWithdrawnException(byte[] begun) {
        super("the card was pulled out");
        this.begun = begun.clone();
    }

    /** What of the response had left the card. */
    public byte[] begun() {
        return begun.clone();
    }
}

package io.github.pscsdk.testkit.card;

/** Thrown when the card is removed before its response is complete. */
public final class CardWithdrawnException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A removal. */
    public CardWithdrawnException() {
        super("the card was pulled out");
    }
}

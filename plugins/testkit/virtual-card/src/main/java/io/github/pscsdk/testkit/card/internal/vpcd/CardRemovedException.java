package io.github.pscsdk.testkit.card.internal.vpcd;

/** Thrown when the card is pulled out before its response is complete. */
public final class CardRemovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CardRemovedException() {
        super("the card was pulled out");
    }
}

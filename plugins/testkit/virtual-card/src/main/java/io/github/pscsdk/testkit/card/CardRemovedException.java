package io.github.pscsdk.testkit.card;

/** Thrown when the card is pulled out before its response is complete. */
final class CardRemovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardRemovedException() {
        super("the card was pulled out");
    }
}

package io.github.pscsdk.testkit.card.internal.reader;

/**
 * The state of a reader at one moment.
 *
 * @param isPresent whether a card is in it
 * @param events how often a card came or went; tells a card that was put back from one that stayed
 */
record SlotState(boolean isPresent, int events) {
    /** The state before the first look, and of a reader that was unplugged. */
    static final SlotState UNAWARE = new SlotState(false, -1);
}

package io.github.pscsdk.testkit.card.internal.reader;

/**
 * What is known of a reader at a moment.
 *
 * @param isPresent whether a card is in it
 * @param events how often a card came or went; tells a card that was put back from one that stayed
 */
record SlotState(boolean isPresent, int events) {
    /** Before anybody looked; also what a reader that was unplugged becomes. */
    static final SlotState UNAWARE = new SlotState(false, -1);
}

package io.github.pscsdk.testkit.card;

/**
 * What a reader sees of a card: its answer to reset, and bytes in, bytes out. {@link VirtualReaders} and {@link VpcdSlot} take
 * any.
 *
 * <p>An implementation is safe for any thread.
 */
public interface SmartCard {
    /** The answer to reset (ISO 7816-3, section 8). */
    byte[] atr();

    /**
     * Answers one command APDU with data and status word.
     *
     * @throws CardWithdrawnException if the card is pulled out meanwhile
     */
    byte[] transmit(byte[] command) throws CardWithdrawnException;

    /** Powers it on or resets it: what was presented and selected is forgotten. */
    void reset();

    /** Powers it off; forgets the same. */
    default void powerOff() {
        reset();
    }
}

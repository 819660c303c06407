package io.github.pscsdk.testkit.card;

/** A card as a reader uses it. An implementation for {@link VirtualReaders} or {@link VpcdSlot} suits any thread. */
public interface SmartCard {
    /** The answer to reset (ISO 7816-3, section 8). */
    byte[] atr();

    /** Answers one command APDU with data and status word. */
    byte[] transmit(byte[] command) throws CardWithdrawnException;

    /** Powers the card on or resets it: presented codes and selections are lost. */
    void reset();

    /** Powers the card off, with the same effect. */
    default void powerOff() {
        reset();
    }
}

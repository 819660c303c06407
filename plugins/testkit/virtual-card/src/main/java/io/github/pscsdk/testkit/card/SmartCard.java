package io.github.pscsdk.testkit.card;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * A card as a reader uses it; one that several threads use suits any thread. A fault is a function that answers a
 * command instead of the card, such as {@link #status} or {@link #removal}; of several that strike, the one that was
 * added last.
 */
public interface SmartCard {
    /** The answer to reset (ISO 7816-3, section 8). */
    byte[] atr();

    /** Answers one command APDU with data and status word. */
    byte[] transmit(byte[] command);

    /** Powers the card on or resets it: presented codes and selections are lost. */
    void reset();

    /** Powers the card off, with the same effect. */
    default void powerOff() {
        reset();
    }

    /** This card with a fault that strikes every command. */
    default SmartCard onEach(BiFunction<SmartCard, byte[], byte[]> fault) {
        return new FaultyCard(this, command -> true, fault);
    }

    /** This card with a fault that strikes the nth command, from 1. */
    default SmartCard onNth(int number, BiFunction<SmartCard, byte[], byte[]> fault) {
        var seen = new AtomicInteger();
        return new FaultyCard(this, command -> seen.incrementAndGet() == number, fault);
    }

    /** This card with a fault that strikes every command with that instruction byte. */
    default SmartCard on(int instruction, BiFunction<SmartCard, byte[], byte[]> fault) {
        return new FaultyCard(this, command -> command.length > 1 && (command[1] & 0xFF) == instruction, fault);
    }

    /** This status word and no data; the card does not receive the command. */
    static BiFunction<SmartCard, byte[], byte[]> status(int word) {
        return (card, command) -> new byte[] {(byte) (word >>> 8), (byte) word};
    }

    /** The card is pulled out while it answers. */
    static BiFunction<SmartCard, byte[], byte[]> removal() {
        return (card, command) -> {
            card.transmit(command);
            throw new CardRemovedException();
        };
    }
}

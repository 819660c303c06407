package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.reader.PcscReaders;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * One card, the reader that it goes into, and the hand that puts it in and pulls it out: for a {@linkplain
 * io.github.pscsdk.testkit.simulator.SimulatorBuilder#cardInHand simulator} whose page {@code /cps-gestion} has a button for that.
 *
 * <p>Safe for any thread. The card is in the hand, not in the reader, until it is put in.
 */
public final class CardInHand {
    private final CardTerminal terminal;
    private final Runnable in;
    private final Runnable out;
    private final BooleanSupplier isIn;

    private CardInHand(CardTerminal terminal, Runnable in, Runnable out, BooleanSupplier isIn) {
        this.terminal = terminal;
        this.in = in;
        this.out = out;
        this.isIn = isIn;
    }

    /**
     * For a reader in memory.
     *
     * @param name the reader, which must be plugged in
     */
    public static CardInHand at(VirtualReaders readers, String name, SmartCard card) {
        var terminal = readers.terminals().getTerminal(name);
        var reader = readers.reader(name);
        return new CardInHand(terminal, () -> reader.insert(card), reader::remove, () -> hasCard(terminal));
    }

    /**
     * For a reader of the real stack. Speaks to PC/SC first, which wakes a pcscd that waits to be needed.
     *
     * @throws IllegalStateException if there is no PC/SC service, if it does not know the reader, or if a card is in it; says which
     */
    public static CardInHand at(VpcdSlot slot, SmartCard card) {
        var terminal = PcscReaders.named(slot.reader());
        if (hasCard(terminal)) {
            throw new IllegalStateException("a card is already in " + slot.reader());
        }
        return new CardInHand(terminal, () -> slot.insert(card), slot::remove, slot::isOccupied);
    }

    private static boolean hasCard(CardTerminal terminal) {
        try {
            return terminal.isCardPresent();
        } catch (CardException e) {
            return false;
        }
    }

    /** The reader, as a program sees it. */
    public CardReader reader() {
        return new CardReader(terminal);
    }

    /** What the reader is called. */
    public String readerName() {
        return terminal.getName();
    }

    /**
     * Puts the card in; does nothing if it is in already.
     *
     * @return whether it is in: not if the reader does not answer
     */
    public synchronized boolean insert() {
        if (!isInserted()) {
            try {
                in.run();
            } catch (IllegalStateException | UncheckedIOException e) {
                return false;
            }
        }
        return true;
    }

    /** Pulls the card out, if it is in. */
    public synchronized void remove() {
        out.run();
    }

    /** Whether it is in. A program that asks PC/SC may learn it 0.4 s later. */
    public boolean isInserted() {
        return isIn.getAsBoolean();
    }
}

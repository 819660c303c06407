package io.github.pscsdk.testkit.card;

import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * A card that can be inserted into one reader and removed; it begins outside. The simulator's {@code cardInHand} shows
 * it with a button on {@code /cps-gestion}. Safe for any thread.
 */
public final class CardInHand {
    /** Longer than PC/SC takes to see that a card has left: a program that is begun again finds the reader empty. */
    private static final long REMOVAL_MILLIS = 1_500;

    private final SmartCard card;
    private final CardTerminal terminal;
    private final Runnable in;
    private final Runnable out;
    private final BooleanSupplier isIn;

    private CardInHand(SmartCard card, CardTerminal terminal, Runnable in, Runnable out, BooleanSupplier isIn) {
        this.card = card;
        this.terminal = terminal;
        this.in = in;
        this.out = out;
        this.isIn = isIn;
    }

    /** For a reader in memory, which must be plugged in. */
    public static CardInHand at(VirtualReaders readers, String name, SmartCard card) {
        var terminal = readers.terminals().getTerminal(name);
        var reader = readers.reader(name);
        return new CardInHand(card, terminal, () -> reader.insert(card), reader::remove, () -> hasCard(terminal));
    }

    /**
     * For a slot of vpcd, the virtual reader of the vsmartcard project, which every program on the machine finds in
     * PC/SC. pcscd polls it every 400 ms; a card that is put back sooner may take seconds to be seen.
     *
     * @param number 0 or 1
     * @throws IllegalStateException if PC/SC is not there or does not know the reader, or a card is in it; says which
     */
    public static CardInHand inVpcd(int number, SmartCard card) {
        var slot = new VpcdSlot(number);
        var terminal = slot.terminal();
        if (staysIn(terminal)) {
            throw new IllegalStateException("a card is already in " + slot.reader());
        }
        return new CardInHand(card, terminal, () -> slot.insert(card), slot::remove, slot::isOccupied);
    }

    /** Whether a card is in the reader, and not on its way out. */
    private static boolean staysIn(CardTerminal terminal) {
        try {
            return !terminal.waitForCardAbsent(REMOVAL_MILLIS);
        } catch (CardException e) {
            return false;
        }
    }

    private static boolean hasCard(CardTerminal terminal) {
        try {
            return terminal.isCardPresent();
        } catch (CardException e) {
            return false;
        }
    }

    /** The reader, as a program sees it. */
    public CardTerminal terminal() {
        return terminal;
    }

    /** The name of the reader. */
    public String readerName() {
        return terminal.getName();
    }

    /** Inserts the card; false if the reader does not answer. */
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

    /** Removes the card, if it is inserted. */
    public synchronized void remove() {
        out.run();
    }

    /** Blocks the card, as three wrong codes porteur do; it must be a {@link VirtualCard}. */
    public void block() {
        if (!(card instanceof VirtualCard cps)) {
            throw new IllegalStateException("only a CPS has a code to block");
        }
        cps.block();
    }

    /** Whether the card is inserted. PC/SC may report a change 0.4 s later. */
    public boolean isInserted() {
        return isIn.getAsBoolean();
    }
}

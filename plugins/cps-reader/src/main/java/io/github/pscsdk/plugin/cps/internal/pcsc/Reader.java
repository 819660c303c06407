package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.internal.card.CardAccessException;
import io.github.pscsdk.plugin.cps.internal.card.CardChannels;
import io.github.pscsdk.plugin.cps.internal.card.CardDataException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** One slot of one reader. */
public final class Reader {

    /** How a card is left. */
    public enum Release {
        /** Reset: nothing of what we did remains, no code stays verified. */
        RESET,
        /** As it is: another program may be at work with it. */
        LEAVE
    }

    /** What is done with a card. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does it, while nobody else can.
         *
         * @param atr the answer to reset
         */
        T with(byte[] atr, CardChannels channels) throws CardAccessException, CardDataException;
    }

    /** As pcsc-lite names readers: "Maker Model (serial number) 00 00", the two numbers telling reader and slot. */
    private static final Pattern SERIAL_NUMBER = Pattern.compile(" \\([^()]+\\)(?= [0-9A-F]{2} [0-9A-F]{2}$)");

    private final CardTerminal terminal;
    private final ReentrantLock oneAtATime;

    Reader(CardTerminal terminal, ReentrantLock oneAtATime) {
        this.terminal = terminal;
        this.oneAtATime = oneAtATime;
    }

    /** The system's name for it, without the serial number that is in it on Linux: names go into findings and logs. */
    public String name() {
        return SERIAL_NUMBER.matcher(terminal.getName()).replaceFirst("");
    }

    /** Whether something is in it. */
    public boolean hasCard() {
        try {
            return hasCard(terminal);
        } catch (CardException e) {
            return false;
        }
    }

    /** The same; a reader that has gone since it was listed has nothing in it. */
    static boolean hasCard(CardTerminal terminal) throws CardException {
        try {
            return terminal.isCardPresent();
        } catch (CardException e) {
            if (PcscError.of(e) == PcscError.READER_GONE) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Does something with the card in this reader. Whatever comes of it, the card is let go before this returns: no connection and
     * no exclusive section is left. May block as long as another program holds the card.
     *
     * @throws InterruptedException if interrupted while another thread of ours has a card
     */
    public <T> T use(Release release, Work<T> work)
            throws CardAccessException, CardDataException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try (var connection = CardConnection.open(terminal, release)) {
            return work.with(connection.atr(), connection);
        } finally {
            oneAtATime.unlock();
        }
    }
}

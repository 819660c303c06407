package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.internal.card.CardAccessException;
import io.github.pscsdk.plugin.cps.internal.card.CardChannels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One slot of one reader. */
final class Reader {

    /** How a card is left. */
    enum Release {
        /** Reset: nothing of what we did remains, no code stays verified. */
        RESET,
        /** As it is: another program may be at work with it. */
        LEAVE
    }

    /** The work to do with a card. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it, while nobody else can, with the answer to reset. */
        T with(byte[] atr, CardChannels channels) throws CardAccessException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    /** As pcsc-lite names readers: "Maker Model (serial number) 00 00", the two numbers telling reader and slot. */
    private static final Pattern SERIAL_NUMBER = Pattern.compile(" \\([^()]+\\)(?= [0-9A-F]{2} [0-9A-F]{2}$)");

    private final CardTerminal terminal;
    private final ReentrantLock oneAtATime;

    Reader(CardTerminal terminal, ReentrantLock oneAtATime) {
        this.terminal = terminal;
        this.oneAtATime = oneAtATime;
    }

    /** The system's name for it, without the serial number that is in it on Linux: names go into findings and logs. */
    String name() {
        return SERIAL_NUMBER.matcher(terminal.getName()).replaceFirst("");
    }

    boolean hasCard() {
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
     * Uses the card in this reader, and lets it go whatever comes. May block as long as another program holds the card.
     *
     * @throws InterruptedException if interrupted while another thread of ours has the card
     */
    <T> T use(Release release, Work<T> work) throws CardAccessException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try (var connection = Connection.open(terminal, release)) {
            return work.with(connection.atr(), connection);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A card, connected to and kept from others until closed. Belongs to the thread that opened it. */
    private static final class Connection implements CardChannels, AutoCloseable {
        /** Whichever protocol the card has: a CPS3 knows T=0 alone, a CPS4 both. */
        private static final String ANY_PROTOCOL = "*";

        private final Card card;
        private final Release release;
        private final Deque<CardChannel> opened = new ArrayDeque<>();

        private Connection(Card card, Release release) {
            this.card = card;
            this.release = release;
        }

        static Connection open(CardTerminal terminal, Release release) throws CardAccessException {
            try {
                var card = terminal.connect(ANY_PROTOCOL);
                var connection = new Connection(card, release);
                try {
                    card.beginExclusive();
                    return connection;
                } catch (CardException | RuntimeException e) {
                    connection.disconnect();
                    throw e;
                }
            } catch (CardException | IllegalStateException e) {
                throw PcscError.of(e).asCardAccess(e);
            }
        }

        byte[] atr() {
            return card.getATR().getBytes();
        }

        @Override
        public Channel basic() {
            return command -> transmit(card::getBasicChannel, command);
        }

        /**
         * The JDK puts a channel's number into the class of each command, so class 01 leaves on channel 1 and on no
         * other.
         */
        @Override
        public Channel additional() throws CardAccessException {
            try {
                var channel = card.openLogicalChannel();
                opened.push(channel);
                return command -> transmit(() -> channel, command);
            } catch (CardException | RuntimeException e) {
                // Anything but a PC/SC code is the card's own "no".
                throw PcscError.known(e)
                        .map(error -> error.asCardAccess(e))
                        .orElseGet(() -> new CardAccessException(CardAccessException.Reason.REFUSED, e));
            }
        }

        /** Asks for the channel late, since the JDK checks the card's state then. */
        private static byte[] transmit(Supplier<CardChannel> channel, byte[] command) throws CardAccessException {
            var apdu = new CommandAPDU(command);
            try {
                return channel.get().transmit(apdu).getBytes();
            } catch (IllegalArgumentException e) {
                // The JDK's exception for a response without a status word: some drivers give one where a card
                // leaves amid a command.
                throw new CardAccessException(CardAccessException.Reason.REMOVED, e);
            } catch (CardException | IllegalStateException e) {
                throw PcscError.of(e).asCardAccess(e);
            }
        }

        @Override
        public void close() {
            quietly(() -> {
                while (release == Release.LEAVE && !opened.isEmpty()) {
                    opened.pop().close();
                }
            });
            quietly(card::endExclusive);
            disconnect();
        }

        private void disconnect() {
            quietly(() -> card.disconnect(release == Release.RESET));
        }

        @FunctionalInterface
        private interface Step {
            void run() throws CardException;
        }

        private static void quietly(Step step) {
            try {
                step.run();
            } catch (CardException | IllegalStateException e) {
                // A card that is gone cannot be let go, and need not be.
                LOG.debug("while letting a card go: {}", PcscError.of(e));
            }
        }
    }
}

package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.internal.card.CardAccessException;
import io.github.pscsdk.plugin.cps.internal.card.CardChannels;
import io.github.pscsdk.plugin.cps.internal.pcsc.Reader.Release;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A card, connected to and kept from others until closed. Belongs to the thread that opened it. */
final class CardConnection implements CardChannels, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CardConnection.class);

    /** Whichever protocol the card has: a CPS3 knows T=0 alone, a CPS4 both. */
    private static final String ANY_PROTOCOL = "*";

    private final Card card;
    private final Release release;
    private final Deque<CardChannel> opened = new ArrayDeque<>();

    private CardConnection(Card card, Release release) {
        this.card = card;
        this.release = release;
    }

    static CardConnection open(CardTerminal terminal, Release release) throws CardAccessException {
        try {
            var card = terminal.connect(ANY_PROTOCOL);
            var connection = new CardConnection(card, release);
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

    /** The JDK puts a channel's number into the class of each command, so class 01 leaves on channel 1 and on no other. */
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

    /** Which channel; asked late, since the JDK checks the card's state then. */
    @FunctionalInterface
    private interface Route {
        CardChannel channel();
    }

    private static byte[] transmit(Route route, byte[] command) throws CardAccessException {
        var apdu = new CommandAPDU(command);
        try {
            return route.channel().transmit(apdu).getBytes();
        } catch (IllegalArgumentException e) {
            // What the JDK makes of a response without a status word: some drivers give one where a card leaves amid a
            // command.
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

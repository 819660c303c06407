package io.github.pscsdk.testkit.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;

/** One reader. Returns the same card object as long as it is connected. */
final class Terminal extends CardTerminal {
    private static final String EXCLUSIVE = "EXCLUSIVE;";
    private static final int DIRECT = 0x3B;
    private static final int INVERSE = 0x3F;
    private static final int NEXT_INDICATOR = 0x80;

    private final CardService service;
    private final int context;
    private final String name;
    private Optional<ConnectedCard> connected = Optional.empty();

    Terminal(CardService service, int context, String name) {
        this.service = service;
        this.context = context;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public synchronized Card connect(String protocol) throws CardException {
        var old = connected.filter(ConnectedCard::isValid);
        if (old.isPresent()) {
            if (protocol.equals("*") || protocol.equalsIgnoreCase(old.get().getProtocol())) {
                return old.get();
            }
            throw new CardException("Cannot connect using protocol " + protocol
                    + ", connection already established using " + old.get().getProtocol());
        }
        var upper = protocol.toUpperCase(Locale.ROOT);
        var isExclusive = upper.startsWith(EXCLUSIVE);
        var wanted = isExclusive ? upper.substring(EXCLUSIVE.length()) : upper;
        if (!wanted.matches("\\*|T=[01]")) {
            throw new IllegalArgumentException("Unsupported protocol " + protocol);
        }
        try {
            var card = service.connect(context, name, isExclusive);
            try {
                var fresh = new ConnectedCard(service, context, name, card, agreed(wanted, card.atr()));
                connected = Optional.of(fresh);
                return fresh;
            } catch (ScardException e) {
                service.disconnect(context, name, card, false);
                throw e;
            }
        } catch (ScardException e) {
            if (e.is(ScardException.NO_CARD) || e.is(ScardException.REMOVED)) {
                throw new CardNotPresentException("No card present", e);
            }
            throw new CardException("connect() failed", e);
        }
    }

    /** The protocol that reader and card agree on: the first one of the card, if the program leaves the choice. */
    private static String agreed(String wanted, byte[] atr) throws ScardException {
        var offered = offered(atr);
        if (offered.isEmpty()) {
            throw new ScardException(ScardException.UNRESPONSIVE);
        }
        if (wanted.equals("*")) {
            return offered.get(0);
        }
        if (!offered.contains(wanted)) {
            throw new ScardException(ScardException.PROTOCOL_MISMATCH);
        }
        return wanted;
    }

    /**
     * The protocols of an answer to reset in the card's order (ISO 7816-3, section 8.2.3); empty for an invalid one.
     */
    private static List<String> offered(byte[] atr) {
        if (atr.length < 2 || (atr[0] != DIRECT && atr[0] != INVERSE)) {
            return List.of();
        }
        var offered = new ArrayList<String>();
        var indicator = atr[1] & 0xFF;
        var at = 2;
        while ((indicator & NEXT_INDICATOR) != 0) {
            at += Integer.bitCount(indicator & 0x70);
            if (at >= atr.length) {
                return List.of();
            }
            indicator = atr[at++] & 0xFF;
            var protocol = "T=" + (indicator & 0x0F);
            if (protocol.matches("T=[01]") && !offered.contains(protocol)) {
                offered.add(protocol);
            }
        }
        return offered.isEmpty() ? List.of("T=0") : offered;
    }

    @Override
    public boolean isCardPresent() throws CardException {
        try {
            return service.state(context, name).isPresent();
        } catch (ScardException e) {
            throw new CardException("isCardPresent() failed", e);
        }
    }

    @Override
    public boolean waitForCardPresent(long timeout) throws CardException {
        return waitForCard(true, timeout);
    }

    @Override
    public boolean waitForCardAbsent(long timeout) throws CardException {
        return waitForCard(false, timeout);
    }

    private boolean waitForCard(boolean present, long timeout) throws CardException {
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout must not be negative");
        }
        try {
            var known = Map.of(name, service.state(context, name));
            while (Objects.requireNonNull(known.get(name), name).isPresent() != present) {
                known = service.await(context, timeout, known);
            }
            return true;
        } catch (ScardException e) {
            if (e.is(ScardException.TIMEOUT)) {
                return false;
            }
            throw new CardException("waitForCard() failed", e);
        }
    }

    @Override
    public String toString() {
        return "PC/SC terminal " + name;
    }
}

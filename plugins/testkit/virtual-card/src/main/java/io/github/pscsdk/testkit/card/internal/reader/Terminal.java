package io.github.pscsdk.testkit.card.internal.reader;

import java.util.Map;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;

/** One reader. Returns the same card object as long as it is connected. */
final class Terminal extends CardTerminal {
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
        var mode = ConnectMode.of(protocol);
        try {
            var card = service.connect(context, name, mode.isExclusive());
            try {
                var fresh = new ConnectedCard(new Connection(service, context, name, card), mode.protocol(card.atr()));
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
            while (known.get(name).isPresent() != present) {
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

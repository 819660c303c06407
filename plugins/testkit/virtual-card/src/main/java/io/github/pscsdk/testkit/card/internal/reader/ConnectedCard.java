package io.github.pscsdk.testkit.card.internal.reader;

import java.util.HexFormat;
import java.util.Optional;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;

/**
 * A connected card with the rules of the JDK: exclusive access belongs to a thread, and a removed card never works
 * again.
 */
final class ConnectedCard extends Card {
    private static final byte[] OPEN_CHANNEL = {0, 0x70, 0, 0, 1};

    private final Connection connection;
    private final String protocol;
    private final ATR atr;
    private State state = State.CONNECTED;
    private Optional<Thread> owner = Optional.empty();

    /** How far it is. */
    private enum State {
        CONNECTED,
        REMOVED,
        DISCONNECTED
    }

    ConnectedCard(Connection connection, String protocol) {
        this.connection = connection;
        this.protocol = protocol;
        this.atr = new ATR(connection.card().atr());
    }

    synchronized boolean isValid() {
        if (state == State.CONNECTED) {
            try {
                connection.check();
            } catch (ScardException e) {
                state = State.REMOVED;
            }
        }
        return state == State.CONNECTED;
    }

    @Override
    public ATR getATR() {
        return atr;
    }

    @Override
    public String getProtocol() {
        return protocol;
    }

    @Override
    public CardChannel getBasicChannel() {
        checkState();
        return new Channel(this, 0);
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        checkState();
        checkOwner();
        var response = transmit("openLogicalChannel() failed", OPEN_CHANNEL);
        if (response.length != 3 || response[1] != (byte) 0x90 || response[2] != 0) {
            throw new CardException("openLogicalChannel() failed, card response: "
                    + HexFormat.of().formatHex(response));
        }
        return new Channel(this, response[0]);
    }

    /** Through the card's protocol, but without GET RESPONSE and the like. */
    byte[] transmit(String failure, byte[] command) throws CardException {
        try {
            return connection.transmit(command.clone());
        } catch (ScardException e) {
            throw new CardException(failure, handled(e));
        }
    }

    private synchronized ScardException handled(ScardException e) {
        if (e.is(ScardException.REMOVED)) {
            state = State.REMOVED;
        }
        return e;
    }

    @Override
    public synchronized void beginExclusive() throws CardException {
        checkState();
        if (owner.isPresent()) {
            throw new CardException("Exclusive access has already been assigned to Thread "
                    + owner.get().getName());
        }
        try {
            connection.check();
        } catch (ScardException e) {
            throw new CardException("beginExclusive() failed", handled(e));
        }
        owner = Optional.of(Thread.currentThread());
    }

    @Override
    public synchronized void endExclusive() throws CardException {
        checkState();
        if (owner.filter(Thread.currentThread()::equals).isEmpty()) {
            throw new IllegalStateException("Exclusive access not assigned to current Thread");
        }
        owner = Optional.empty();
        try {
            connection.check();
        } catch (ScardException e) {
            throw new CardException("endExclusive() failed", handled(e));
        }
    }

    @Override
    public synchronized void disconnect(boolean reset) throws CardException {
        if (state != State.CONNECTED) {
            return;
        }
        checkOwner();
        try {
            connection.disconnect(reset);
        } catch (ScardException e) {
            throw new CardException("disconnect() failed", e);
        } finally {
            state = State.DISCONNECTED;
            owner = Optional.empty();
        }
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
        checkState();
        checkOwner();
        // These readers have no keypad and no display.
        throw new CardException("transmitControlCommand() failed", new ScardException("SCARD_E_UNSUPPORTED_FEATURE"));
    }

    synchronized void checkState() {
        switch (state) {
            case CONNECTED -> {}
            case REMOVED -> throw new IllegalStateException("Card has been removed");
            case DISCONNECTED -> throw new IllegalStateException("Card has been disconnected");
        }
    }

    synchronized void checkOwner() throws CardException {
        if (owner.filter(thread -> !thread.equals(Thread.currentThread())).isPresent()) {
            throw new CardException("Exclusive access established by another Thread");
        }
    }

    @Override
    public String toString() {
        return "PC/SC card in " + connection.reader() + ", protocol " + protocol + ", state " + state;
    }
}

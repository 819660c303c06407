package io.github.pscsdk.testkit.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A connected card with the JDK's rules: exclusive access is a thread's, and a removed card never works again. */
final class ConnectedCard extends Card {
    private static final int MANAGE_CHANNEL = 0x70;
    private static final int MOST_ROUNDS = 32;
    private static final byte[] OPEN_CHANNEL = {0, 0x70, 0, 0, 1};

    private final CardService service;
    private final int context;
    private final String reader;
    private final SmartCard card;
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

    ConnectedCard(CardService service, int context, String reader, SmartCard card, String protocol) {
        this.service = service;
        this.context = context;
        this.reader = reader;
        this.card = card;
        this.protocol = protocol;
        this.atr = new ATR(card.atr());
    }

    synchronized boolean isValid() {
        if (state == State.CONNECTED) {
            try {
                service.checkConnected(context, reader, card);
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
        return new Channel(0);
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
        return new Channel(response[0]);
    }

    /** Through the card's protocol, but without GET RESPONSE and the like. */
    private byte[] transmit(String failure, byte[] command) throws CardException {
        try {
            return service.transmit(context, reader, card, command.clone());
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
        checkPresent("beginExclusive() failed");
        owner = Optional.of(Thread.currentThread());
    }

    private void checkPresent(String failure) throws CardException {
        try {
            service.checkConnected(context, reader, card);
        } catch (ScardException e) {
            throw new CardException(failure, handled(e));
        }
    }

    @Override
    public synchronized void endExclusive() throws CardException {
        checkState();
        if (owner.filter(Thread.currentThread()::equals).isEmpty()) {
            throw new IllegalStateException("Exclusive access not assigned to current Thread");
        }
        owner = Optional.empty();
        checkPresent("endExclusive() failed");
    }

    @Override
    public synchronized void disconnect(boolean reset) throws CardException {
        if (state != State.CONNECTED) {
            return;
        }
        checkOwner();
        try {
            service.disconnect(context, reader, card, reset);
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

    private synchronized void checkState() {
        switch (state) {
            case CONNECTED -> {}
            case REMOVED -> throw new IllegalStateException("Card has been removed");
            case DISCONNECTED -> throw new IllegalStateException("Card has been disconnected");
        }
    }

    private synchronized void checkOwner() throws CardException {
        if (owner.filter(thread -> !thread.equals(Thread.currentThread())).isPresent()) {
            throw new CardException("Exclusive access established by another Thread");
        }
    }

    @Override
    public String toString() {
        return "PC/SC card in " + reader + ", protocol " + protocol + ", state " + state;
    }

    /** A logical channel like the JDK's: rewrites the class byte, drops Le and fetches what {@code 61xx} announces. */
    private final class Channel extends CardChannel {
        private final int number;
        private boolean isClosed;

        Channel(int number) {
            this.number = number;
        }

        @Override
        public Card getCard() {
            return ConnectedCard.this;
        }

        @Override
        public int getChannelNumber() {
            checkOpen();
            return number;
        }

        private void checkOpen() {
            checkState();
            if (isClosed) {
                throw new IllegalStateException("Logical channel has been closed");
            }
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            checkOpen();
            checkOwner();
            return new ResponseAPDU(exchange(command.getBytes()));
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            checkOpen();
            checkOwner();
            var bytes = new byte[command.remaining()];
            command.get(bytes);
            var answer = exchange(bytes);
            response.put(answer);
            return answer.length;
        }

        private byte[] exchange(byte[] given) throws CardException {
            var command = withoutLe(onThisChannel(checked(given)));
            var answer = new ByteArrayOutputStream();
            for (var round = 1; round < MOST_ROUNDS; round++) {
                var response = ConnectedCard.this.transmit("transmit() failed", command);
                var length = response.length;
                if (length == 2 && response[0] == 0x6C) {
                    command[command.length - 1] = response[1];
                } else if (length >= 2 && response[length - 2] == 0x61) {
                    answer.write(response, 0, length - 2);
                    command = new byte[] {command[0], (byte) 0xC0, 0, 0, response[length - 1]};
                } else {
                    answer.writeBytes(response);
                    return answer.toByteArray();
                }
            }
            throw new CardException("Could not obtain response");
        }

        private static byte[] checked(byte[] command) {
            if (command.length < 4) {
                throw new IllegalArgumentException("Command APDU must be at least 4 bytes long");
            }
            if (command[0] >= 0 && command[1] == MANAGE_CHANNEL) {
                throw new IllegalArgumentException("Manage channel command not allowed, use openLogicalChannel()");
            }
            return command.clone();
        }

        /** Writes the channel into the class byte (ISO 7816-4, tables 2 and 3), whatever the program put there. */
        private byte[] onThisChannel(byte[] command) {
            var isReserved = (command[0] & 0xE0) == 0x20;
            if (command[0] >= 0 && !isReserved) {
                command[0] = (byte) (command[0] & 0xBC | number);
            }
            return command;
        }

        /** A case 4 command loses its Le on the way to a T=0 card (ISO 7816-3, section 12.2.5). */
        private byte[] withoutLe(byte[] command) throws CardException {
            if (!protocol.equals("T=0") || command.length < 7) {
                return command;
            }
            var lc = command[4] & 0xFF;
            if (lc == 0) {
                throw new CardException("Extended length forms not supported for T=0");
            }
            return command.length == lc + 6 ? Arrays.copyOf(command, command.length - 1) : command;
        }

        @Override
        public void close() throws CardException {
            if (number == 0) {
                throw new IllegalStateException("Cannot close basic logical channel");
            }
            if (isClosed) {
                return;
            }
            checkOwner();
            isClosed = true;
            var response = ConnectedCard.this.transmit(
                    "close() failed", new byte[] {0, MANAGE_CHANNEL, (byte) 0x80, (byte) number});
            if (response.length != 2 || response[0] != (byte) 0x90) {
                throw new CardException("close() failed");
            }
        }
    }
}

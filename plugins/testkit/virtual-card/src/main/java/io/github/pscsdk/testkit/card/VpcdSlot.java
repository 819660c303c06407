package io.github.pscsdk.testkit.card;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * A slot of vpcd, the virtual reader of the vsmartcard project: a card inserted here is in a real reader of PC/SC, for
 * every program on the machine. pcscd polls every 400 ms; a card that is put back sooner may take seconds to be seen.
 * Safe for any thread.
 */
public final class VpcdSlot implements AutoCloseable {
    /**
     * The port of the first slot of a {@link PcscDaemon}: below those that Linux gives to the connections of whatever
     * program, for vpcd cannot listen where one is or was a minute ago.
     */
    static final int PORT = 27_963;

    /** The port of the first slot of the machine's pcscd, as Debian has it. */
    private static final int PORT_OF_DEBIAN = 35_963;

    /** How long a removal waits for a card that is executing a command. */
    private static final long FAREWELL_MILLIS = 1_000;

    /** pcscd gives power to a card after four messages at most; one that it does not see it looks at every 400 ms. */
    private static final int MOST_LOOKS = 8;

    private static final Duration TWO_LOOKS = Duration.ofMillis(900);

    private static final int POWER_OFF = 0;
    private static final int GET_ATR = 4;

    private final int number;
    private Optional<Insertion> inserted = Optional.empty();

    /** @param number 0 or 1 */
    public VpcdSlot(int number) {
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("vpcd has the slots 0 and 1");
        }
        this.number = number;
    }

    /** The name of the reader in PC/SC. */
    public String reader() {
        return "Virtual PCD 00 0" + number;
    }

    /**
     * Inserts a card.
     *
     * @throws IllegalStateException if a card is inserted
     * @throws UncheckedIOException if no pcscd with vpcd runs
     */
    public synchronized VpcdSlot insert(SmartCard card) {
        if (isOccupied()) {
            throw new IllegalStateException("there is a card in this slot");
        }
        try {
            var insertion = new Insertion(card, connect());
            inserted = Optional.of(insertion);
            insertion.thread.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("vpcd does not listen", e);
        }
    }

    private Socket connect() throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), PORT + number);
        } catch (ConnectException noneOfTests) {
            return new Socket(InetAddress.getLoopbackAddress(), PORT_OF_DEBIAN + number);
        }
    }

    /** Whether a card is inserted and the reader has not dropped the connection. */
    public synchronized boolean isOccupied() {
        return inserted.filter(present -> !present.isOut()).isPresent();
    }

    /** Removes the card, if any. It has lost its power when this returns, unless it was executing a command. */
    public synchronized void remove() {
        inserted.ifPresent(Insertion::end);
        inserted = Optional.empty();
    }

    /** The reader as PC/SC shows it; throws {@link IllegalStateException} in PC/SC's words. */
    public CardTerminal terminal() {
        PcscDaemon.locateLibrary();
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
                    .filter(terminal -> terminal.getName().equals(reader()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("PC/SC has no reader " + reader()));
        } catch (NoSuchAlgorithmException | CardException e) {
            var cause = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .reduce(e, (outer, inner) -> inner);
            throw new IllegalStateException("PC/SC says " + cause.getMessage(), e);
        }
    }

    /**
     * A card in the slot, which answers on a thread of its own. The protocol of vpcd (pcsc-on-linux, section 3): each
     * message begins with two bytes of length; one of one byte is a control, a longer one is a command.
     */
    private final class Insertion {
        private final SmartCard card;
        private final Thread thread = new Thread(this::run, "vpcd-" + number);
        private Socket socket;
        private boolean isOut;

        Insertion(SmartCard card, Socket socket) {
            this.card = card;
            this.socket = socket;
            thread.setDaemon(true);
        }

        private void run() {
            try {
                var connection = socket;
                while (true) {
                    serve(connection);
                    connection = again();
                }
            } catch (IOException | CardRemovedException e) {
                // The card was pulled out, by the script too, or the daemon ended: the same to a card.
                takeOut();
                card.powerOff();
            }
        }

        /** Returns where pcscd looks at the card again and again but gives it no power; otherwise throws at the end. */
        private void serve(Socket connection) throws IOException {
            connection.setTcpNoDelay(true);
            var in = new DataInputStream(connection.getInputStream());
            var isSeen = false;
            for (var looks = 0; isSeen || looks < MOST_LOOKS; looks++) {
                acknowledgeAtOnce(connection);
                var message = new byte[in.readUnsignedShort()];
                acknowledgeAtOnce(connection);
                in.readFully(message);
                isSeen |= message.length > 1 || message[0] != GET_ATR && message[0] != POWER_OFF;
                answer(connection, card, message);
            }
        }

        /**
         * A card that came before pcscd's next look is still the former one to it, though a program whose command found
         * no card was told that it is gone: then no program ever sees it. Out for longer than two looks, and in again.
         */
        private Socket again() throws IOException {
            socket.close();
            LockSupport.parkNanos(TWO_LOOKS.toNanos());
            synchronized (this) {
                if (!isOut) {
                    socket = connect();
                }
                return socket;
            }
        }

        synchronized boolean isOut() {
            return isOut;
        }

        private synchronized void takeOut() {
            isOut = true;
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the connection to vpcd cannot be closed", e);
            }
        }

        void end() {
            takeOut();
            try {
                thread.join(FAREWELL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Without delayed acknowledgements each command would take 44 ms: vpcd 3.3 sends length and body apart. */
    private static void acknowledgeAtOnce(Socket socket) throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private static void answer(Socket socket, SmartCard card, byte[] message) throws IOException {
        if (message.length > 1) {
            // Pulled out amid a response it sends nothing: vpcd 3.3 would take a part for the whole.
            send(socket, card.transmit(message));
        } else if (message[0] == GET_ATR) {
            send(socket, card.atr());
        } else if (message[0] == POWER_OFF) {
            card.powerOff();
        } else {
            card.reset();
        }
    }

    /** In one write: see {@link #acknowledgeAtOnce}. */
    private static void send(Socket socket, byte[] body) throws IOException {
        var framed = ByteBuffer.allocate(2 + body.length)
                .putShort((short) body.length)
                .put(body);
        socket.getOutputStream().write(framed.array());
    }

    /** Removes the card and inserts this one at once. */
    public void blink(SmartCard card) {
        remove();
        insert(card);
    }

    /** Removes the card. */
    @Override
    public void close() {
        remove();
    }
}

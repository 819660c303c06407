package io.github.pscsdk.testkit.card;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * A slot of vpcd, the virtual reader of the vsmartcard project: a card inserted here is in a real reader of PC/SC, for
 * every program on the machine. pcscd polls every 400 ms, and may miss a card that is put back sooner. Safe for any
 * thread.
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

    private static final int POWER_OFF = 0;
    private static final int GET_ATR = 4;

    private final int number;
    private Optional<Insertion> inserted = Optional.empty();

    /** A card in the slot: the connection, and the thread that answers for it. */
    private record Insertion(Socket socket, Thread thread) {}

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
            var socket = connect();
            var thread = new Thread(() -> serve(socket, card), "vpcd-" + number);
            thread.setDaemon(true);
            thread.start();
            inserted = Optional.of(new Insertion(socket, thread));
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
        return inserted.filter(present -> !present.socket().isClosed()).isPresent();
    }

    /** Removes the card, if any. It has lost its power when this returns, unless it was executing a command. */
    public synchronized void remove() {
        inserted.ifPresent(VpcdSlot::end);
        inserted = Optional.empty();
    }

    private static void end(Insertion present) {
        try {
            present.socket().close();
            present.thread().join(FAREWELL_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to vpcd cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    // The protocol of vpcd (pcsc-on-linux, section 3): each message begins with two bytes of length; one of one byte is
    // a
    // control, a longer one is a command.

    private static void serve(Socket connection, SmartCard card) {
        try (var socket = connection) {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                acknowledgeAtOnce(socket);
                var message = new byte[in.readUnsignedShort()];
                acknowledgeAtOnce(socket);
                in.readFully(message);
                answer(socket, card, message);
            }
        } catch (IOException | CardRemovedException e) {
            card.powerOff(); // the card was pulled out, by the script too, or the daemon ended: the same to a card
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

package io.github.pscsdk.testkit.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * A slot of vpcd, the virtual reader of the vsmartcard project, and the hand that puts cards in: the card is then in a real reader
 * of PC/SC, for every program on the machine. A card is in the slot as long as we are connected to its port.
 *
 * <p>pcscd looks every 400 ms. A card that is put back sooner may never have been away for those who list readers; whoever was
 * connected to it notices all the same.
 *
 * <p>Safe for any thread. A card is served by a daemon thread.
 */
public final class VpcdSlot implements AutoCloseable {
    /** The port of the reader {@code Virtual PCD 00 00}. */
    public static final int FIRST = 35963;

    /** The port of the reader {@code Virtual PCD 00 01}. */
    public static final int SECOND = 35964;

    /** How long a card that is amid a command is waited for when it is pulled out. */
    private static final long FAREWELL_MILLIS = 1_000;

    private final int port;
    private Optional<Insertion> inserted = Optional.empty();

    /** A card in the slot: the connection, and the thread that answers for it. */
    private record Insertion(Socket socket, Thread thread) {}

    private VpcdSlot(int port) {
        this.port = port;
    }

    /** The slot at {@link #FIRST}. */
    public static VpcdSlot first() {
        return new VpcdSlot(FIRST);
    }

    /** The slot at {@link #SECOND}. */
    public static VpcdSlot second() {
        return new VpcdSlot(SECOND);
    }

    /** What PC/SC calls the reader. */
    public String reader() {
        return "Virtual PCD 00 0" + (port - FIRST);
    }

    /**
     * Puts a card in.
     *
     * @throws IllegalStateException if there is one
     * @throws UncheckedIOException if no pcscd with vpcd runs
     */
    public synchronized VpcdSlot insert(SmartCard card) {
        if (isOccupied()) {
            throw new IllegalStateException("there is a card in this slot");
        }
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            var thread = new Thread(new VpcdLoop(socket, card), "vpcd-" + port);
            thread.setDaemon(true);
            thread.start();
            inserted = Optional.of(new Insertion(socket, thread));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("vpcd does not listen on port " + port, e);
        }
    }

    /** Whether there is a card that the reader has not let go. */
    public synchronized boolean isOccupied() {
        return inserted.filter(present -> !present.socket().isClosed()).isPresent();
    }

    /** Pulls the card out, if there is one. It has lost its power when this returns, unless it was amid a command. */
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

    /** Pulls the card out and puts this one in at once. */
    public void blink(SmartCard card) {
        remove();
        insert(card);
    }

    /** Pulls the card out. */
    @Override
    public void close() {
        remove();
    }
}

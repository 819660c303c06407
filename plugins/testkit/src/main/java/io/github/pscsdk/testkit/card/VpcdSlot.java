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

    private final int port;
    private Optional<Socket> inserted = Optional.empty();

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
        if (inserted.filter(socket -> !socket.isClosed()).isPresent()) {
            throw new IllegalStateException("there is a card in this slot");
        }
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            var thread = new Thread(new VpcdLoop(socket, card), "vpcd-" + port);
            thread.setDaemon(true);
            thread.start();
            inserted = Optional.of(socket);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("vpcd does not listen on port " + port, e);
        }
    }

    /** Pulls the card out, if there is one. */
    public synchronized void remove() {
        try {
            if (inserted.isPresent()) {
                inserted.get().close();
            }
            inserted = Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to vpcd cannot be closed", e);
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

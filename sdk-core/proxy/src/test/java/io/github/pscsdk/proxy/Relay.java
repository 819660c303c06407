package io.github.pscsdk.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, on which something may happen. */
final class Relay implements AutoCloseable {
    /** What happens to what passes. */
    enum Trouble {
        NONE,
        /** All connections end, and those that come. */
        CUT,
        /** The same, by a reset in the middle of what passes. */
        RESET,
        /** Nothing passes any more, and no connection ends. */
        HANG,
        /** Of each piece of an answer a byte is changed. */
        CORRUPT
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Random random = new Random(1);
    private volatile Trouble trouble = Trouble.NONE;

    Relay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, until {@link #mend}. */
    void begin(Trouble next) throws IOException {
        trouble = next;
        if (next == Trouble.CUT) {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    void mend() {
        trouble = Trouble.NONE;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (trouble == Trouble.CUT) {
                    caller.close();
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(caller);
                open.add(server);
                daemon(() -> pass(caller, server, false));
                daemon(() -> pass(server, caller, true));
            } catch (IOException e) {
                // Closed, or the server is away: the caller sees the same.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean isAnswer) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var piece = new byte[8192];
            for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                out.write(piece, 0, troubled(piece, length, to, isAnswer));
            }
        } catch (IOException | InterruptedException e) {
            // One end has closed.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** How much of the piece passes. */
    private int troubled(byte[] piece, int length, Socket to, boolean isAnswer)
            throws IOException, InterruptedException {
        while (trouble == Trouble.HANG) {
            RealTime.pass(BETWEEN_LOOKS);
        }
        if (trouble == Trouble.RESET) {
            to.setSoLinger(true, 0);
            throw new SocketException("reset");
        }
        if (trouble == Trouble.CORRUPT && isAnswer) {
            piece[random.nextInt(length)] ^= (byte) 0x80;
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        door.close();
        begin(Trouble.CUT);
    }
}

package io.github.pscsdk.sessionstore.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The way to a server on this machine, which can be made to swallow what is sent, as a broken network does. */
final class TcpRelay implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int port;
    // Counted down where nothing hangs.
    private volatile CountDownLatch goesOn = new CountDownLatch(0);

    TcpRelay(int port) throws IOException {
        this.port = port;
        daemon(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing gets through, in either direction, and no connection is closed. */
    void hang() {
        goesOn = new CountDownLatch(1);
    }

    /** New connections get through; those that hung are closed. */
    void goOn() {
        goesOn.countDown();
        closeAll();
    }

    private void accept() {
        try {
            while (true) {
                var inner = entrance.accept();
                var outer = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.addAll(List.of(inner, outer));
                daemon(() -> copy(inner, outer));
                daemon(() -> copy(outer, inner));
            }
        } catch (IOException e) {
            // Closed, with the test.
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (var length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                if (goesOn.getCount() == 0) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
            goesOn.await();
        } catch (IOException | InterruptedException e) {
            // Either end has gone.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "tcp-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeAll() {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        goesOn.countDown();
        entrance.close();
        closeAll();
    }
}

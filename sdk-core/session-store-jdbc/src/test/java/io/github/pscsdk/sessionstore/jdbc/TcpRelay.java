package io.github.pscsdk.sessionstore.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to a server on this machine, which can be made to swallow what is sent, as a broken network does. */
final class TcpRelay implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean hanging;

    TcpRelay(int port) throws IOException {
        this.port = port;
        daemon(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing gets through, in either direction, and no connection is closed. */
    void hang() {
        hanging = true;
    }

    /** New connections get through; those that hung are closed. */
    void goOn() {
        hanging = false;
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
                if (!hanging) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
            while (hanging) {
                Thread.sleep(20);
            }
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
        hanging = false;
        entrance.close();
        closeAll();
    }
}

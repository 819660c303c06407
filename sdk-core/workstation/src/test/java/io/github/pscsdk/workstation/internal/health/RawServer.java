package io.github.pscsdk.workstation.internal.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Answers the first bytes of each connection with bytes of a test's own, and closes it. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Socket> fillers = new ArrayList<>();

    private RawServer(int backlog) throws IOException {
        socket = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    static RawServer answering(byte... bytes) throws IOException {
        var server = new RawServer(50);
        var thread = new Thread(() -> server.serve(bytes));
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Accepts no connection, and has no room left for one that waits: to a client it is a firewall that drops packets. */
    static RawServer full() throws IOException {
        var server = new RawServer(1);
        // Linux keeps one more than the backlog.
        for (var i = 0; i < 2; i++) {
            server.fillers.add(new Socket(InetAddress.getLoopbackAddress(), server.socket.getLocalPort()));
        }
        return server;
    }

    URI https() {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve(byte[] bytes) {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                if (client.getInputStream().read(new byte[4_096]) > 0) {
                    client.getOutputStream().write(bytes);
                    client.getOutputStream().flush();
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                }
            } catch (IOException e) {
                // The client went away, or the test is over.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var filler : fillers) {
            filler.close();
        }
        socket.close();
    }
}

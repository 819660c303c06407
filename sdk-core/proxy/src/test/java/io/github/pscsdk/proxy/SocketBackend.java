package io.github.pscsdk.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A target API on a bare socket, which treats each connection as it is told, and closes it afterwards. */
final class SocketBackend implements AutoCloseable {
    /** What happens on one connection. */
    interface Manner {
        void treat(Connection connection) throws Exception;
    }

    /** One connection of the proxy. */
    final class Connection {
        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        InputStream in() {
            return in;
        }

        OutputStream out() {
            return out;
        }

        /** Reads the head of a request, without its body; false at the end of the connection. */
        boolean readHead() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var c = in.read();
                if (c < 0) {
                    return false;
                }
                head.append((char) c);
            }
            heads.add(head.toString());
            return true;
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ServerSocket server;
    private final Manner manner;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    SocketBackend(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** One that takes connections, reads the heads of requests and does nothing more until it is closed. */
    static SocketBackend hanging() {
        return new SocketBackend(connection -> {
            connection.readHead();
            Thread.currentThread().join();
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The heads of all requests, as they came. */
    List<String> heads() {
        return heads;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                daemon(() -> treat(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void treat(Socket socket) {
        try (socket) {
            manner.treat(new Connection(socket));
        } catch (Exception e) {
            // The proxy left, as it may.
        }
    }

    static void daemon(Runnable work) {
        var thread = new Thread(work, "test-socket");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}

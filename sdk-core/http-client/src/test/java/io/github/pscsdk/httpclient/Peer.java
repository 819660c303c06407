package io.github.pscsdk.httpclient;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer on the loopback interface that treats each connection as it is told. */
final class Peer implements AutoCloseable {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ServerSocket server;
    private final Manner manner;
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    /** What happens on one connection, which is closed afterwards. */
    interface Manner {
        void treat(Connection connection) throws Exception;
    }

    Peer(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    int connections() {
        return connections.get();
    }

    /** The bodies of all requests that came whole. */
    Queue<String> bodies() {
        return bodies;
    }

    final class Connection {
        private final Socket socket;
        private final InputStream in;

        private final boolean first;

        private Connection(Socket socket, boolean first) throws IOException {
            this.socket = socket;
            this.first = first;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        Socket socket() {
            return socket;
        }

        /** Whether it is the first one that this peer took. */
        boolean isFirst() {
            return first;
        }

        /** Reads one request; false at the end of the stream. */
        boolean read() throws IOException {
            var length = 0;
            for (var line = line(); ; line = line()) {
                if (line == null) {
                    return false;
                }
                if (line.isEmpty()) {
                    break;
                }
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring("Content-Length: ".length()));
                }
            }
            bodies.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            return true;
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    return null;
                }
                line.append((char) c);
            }
            return line.toString().strip();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                var first = connections.incrementAndGet() == 1;
                daemon(() -> treat(socket, first));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void treat(Socket socket, boolean first) {
        try (socket) {
            manner.treat(new Connection(socket, first));
        } catch (Exception e) {
            // The caller left, as it should.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

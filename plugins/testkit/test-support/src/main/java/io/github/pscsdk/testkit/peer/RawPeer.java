package io.github.pscsdk.testkit.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A peer on the loopback interface that treats each connection byte by byte as it is told, and closes it afterwards.
 */
public final class RawPeer implements AutoCloseable {
    public static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Manner manner;

    /** The conversation on one connection. */
    @FunctionalInterface
    public interface Manner {
        void treat(Connection connection) throws Exception;

        /** Says nothing for as long as the peer is there. */
        static Manner silent() {
            return connection -> Thread.currentThread().join();
        }

        /** Gives one answer to the first request. */
        static Manner answering(String bytes) {
            return connection -> {
                connection.read();
                connection.write(bytes);
            };
        }

        /** Answers letter by letter. */
        static Manner dripping(String bytes, Duration pause) {
            return connection -> {
                connection.read();
                for (var letter : bytes.split("")) {
                    connection.write(letter);
                    Thread.sleep(pause.toMillis());
                }
            };
        }

        /** Begins an answer and goes on without an end. */
        static Manner endless(String start, String again) {
            return connection -> {
                connection.read();
                connection.write(start);
                while (true) {
                    connection.write(again.repeat(100));
                }
            };
        }

        /** Has another server answer, and closes idle connections without a word; zero is after each response. */
        static Manner passingOn(URI other, Duration idle) {
            return connection -> {
                do {
                    var request = message(connection.in);
                    if (request.isEmpty()) {
                        return;
                    }
                    try (var onward = new Socket(other.getHost(), other.getPort())) {
                        onward.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                        connection.write(message(new BufferedInputStream(onward.getInputStream())));
                    }
                    connection.socket.setSoTimeout((int) idle.toMillis());
                } while (!idle.isZero());
            };
        }
    }

    public RawPeer(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** A peer that reads the heads of requests and does nothing more. */
    public static RawPeer hanging() {
        return new RawPeer(connection -> {
            connection.readHead();
            Thread.currentThread().join();
        });
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many were taken. */
    public int connections() {
        return sockets.size();
    }

    /** The heads of all requests that were read, as they came. */
    public List<String> heads() {
        return heads;
    }

    /** The bodies of all requests that were read. */
    public List<String> bodies() {
        return bodies;
    }

    /** Treats new connections otherwise. */
    public void becomes(Manner other) {
        manner = other;
    }

    /** Accepts no connection any more. */
    public void leave() throws IOException {
        server.close();
    }

    /** A connection that was taken. */
    public final class Connection {
        private final Socket socket;
        private final InputStream in;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** Whether it is the first one that this peer took. */
        public boolean isFirst() {
            return sockets.get(0) == socket;
        }

        public InputStream in() {
            return in;
        }

        public OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /** When this is over, closes it by a reset. */
        public void resetAtEnd() throws IOException {
            socket.setSoLinger(true, 0);
        }

        /** Reads one request; false at the end of the stream. */
        public boolean read() throws IOException {
            var head = head(in);
            return !head.isEmpty() && heads.add(head) && bodies.add(body(head, in));
        }

        /** The same without the body. */
        public boolean readHead() throws IOException {
            var head = head(in);
            return !head.isEmpty() && heads.add(head);
        }

        /** Writes characters of ISO 8859-1. */
        public void write(String text) throws IOException {
            out().write(text.getBytes(StandardCharsets.ISO_8859_1));
            out().flush();
        }
    }

    /** A request or a response; empty at the end of the stream, or where none came in time. */
    private static String message(InputStream in) throws IOException {
        try {
            var head = head(in);
            return head + body(head, in);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }

    static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String body(String head, InputStream in) throws IOException {
        var length = LENGTH.matcher(head);
        return length.find()
                ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1)
                : "";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                sockets.add(socket);
                threads.add(daemon(() -> treat(socket)));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void treat(Socket socket) {
        try (socket) {
            manner.treat(new Connection(socket));
        } catch (Exception e) {
            // The caller left, as it may.
        }
    }

    /** Runs on a thread that ends with the tests at the latest. */
    public static Thread daemon(Runnable work) {
        var thread = new Thread(work, "raw-peer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Accepts no connection any more, and closes those that there are. */
    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
        threads.forEach(Thread::interrupt);
    }
}

package io.github.pscsdk.workstation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A server half that treats its connections as a test tells it, byte by byte. It may pass requests on to another one. */
final class RawServerHalf implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    private final ServerSocket server;
    private volatile Manner manner;

    /** What happens on one connection, which is closed afterwards. */
    interface Manner {
        void treat(Connection connection) throws Exception;
    }

    RawServerHalf(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** Says nothing of it when it closes a connection that was idle for so long; zero is after each response. */
    static Manner passesOn(URI other, Duration idle) {
        return connection -> {
            do {
                var request = connection.read();
                if (request.length == 0) {
                    return;
                }
                try (var onward = new Connection(new Socket(other.getHost(), other.getPort()))) {
                    onward.write(request);
                    connection.write(onward.read());
                }
                connection.socket.setSoTimeout((int) idle.toMillis());
            } while (!idle.isZero());
        };
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Treats new connections otherwise. */
    void becomes(Manner other) {
        manner = other;
    }

    /** Accepts no connection any more. */
    void leaves() throws IOException {
        server.close();
    }

    static final class Connection implements AutoCloseable {
        final Socket socket;
        private final InputStream in;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** One request, or a response; empty at the end of the stream, or where none came in time. */
        byte[] read() throws IOException {
            var head = new ByteArrayOutputStream();
            try {
                while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    var next = in.read();
                    if (next < 0) {
                        return new byte[0];
                    }
                    head.write(next);
                }
            } catch (SocketTimeoutException e) {
                return new byte[0];
            }
            var length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
            if (length.find()) {
                head.write(in.readNBytes(Integer.parseInt(length.group(1))));
            }
            return head.toByteArray();
        }

        void write(byte... bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                daemon(() -> treat(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void treat(Socket socket) {
        try (var connection = new Connection(socket)) {
            manner.treat(connection);
        } catch (Exception e) {
            // The caller left, as it should.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "raw-server-half");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

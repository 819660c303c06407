package io.github.pscsdk.testkit.peer;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A caller on a bare socket, which may stop in the middle. */
public final class SocketCaller implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;

    public SocketCaller(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE);
    }

    /** The head of a request with a bearer token; more headers end with line breaks. */
    public static String head(String requestLine, String token, String more) {
        return requestLine + " HTTP/1.1\r\nHost: server\r\nAuthorization: Bearer " + token + "\r\n" + more + "\r\n";
    }

    public SocketCaller send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public SocketCaller send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends that text on and on, while the test reads. */
    public SocketCaller drip(String text) {
        RawPeer.daemon(() -> {
            try {
                while (true) {
                    send(text);
                    Thread.sleep(500);
                }
            } catch (IOException | InterruptedException e) {
                // The server has ended the connection.
            }
        });
        return this;
    }

    /** The next so many bytes. */
    public byte[] read(int length) throws IOException {
        return socket.getInputStream().readNBytes(length);
    }

    /** The status line and the headers of the next response; empty if the connection ends. */
    public String readHead() throws IOException {
        return RawPeer.head(socket.getInputStream());
    }

    public Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.github.pscsdk.testkit.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/** One connection to the simulator, as bytes. */
final class Wire implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("content-length: ([0-9]+)");
    private static final int PATIENCE = 30_000;

    private final Socket socket;
    private final URI peer;

    Wire(SocketFactory sockets, URI peer) throws IOException {
        this.socket = sockets.createSocket(peer.getHost(), peer.getPort());
        this.peer = peer;
        socket.setSoTimeout(PATIENCE);
    }

    /** Whether the connection on which that address answered is closed then. */
    static boolean isClosedAfter(URI address) throws IOException {
        try (var wire = new Wire(SocketFactory.getDefault(), address)) {
            wire.ask("GET", address);
            return wire.isClosed(500);
        }
    }

    /** Sends a request without a body and reads the whole response; its head is in lower case. */
    String ask(String method, URI address) throws IOException {
        send(method, address);
        var in = socket.getInputStream();
        var head = head(in);
        var length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new AssertionError("no length in " + head);
        }
        var body = in.readNBytes(Integer.parseInt(length.group(1)));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    void send(String method, URI address) throws IOException {
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        var request = method + " " + path + " HTTP/1.1\r\nHost: " + peer.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended in the head of a response");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    }

    /** Whether the simulator closes it within that time, and says nothing more. */
    boolean isClosed(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

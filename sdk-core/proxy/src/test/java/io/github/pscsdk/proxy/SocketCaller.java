package io.github.pscsdk.proxy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A caller on a bare socket, which may stop in the middle. */
final class SocketCaller implements AutoCloseable {
    private final Socket socket;

    SocketCaller(URI proxy) throws IOException {
        socket = new Socket(proxy.getHost(), proxy.getPort());
        socket.setSoTimeout(60_000);
    }

    /** The head of a request with an application token; more headers end with line breaks. */
    static String head(String requestLine, String token, String more) {
        return requestLine + " HTTP/1.1\r\nHost: proxy\r\nAuthorization: Bearer " + token + "\r\n" + more + "\r\n";
    }

    SocketCaller send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    SocketCaller send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next so many bytes. */
    byte[] read(int length) throws IOException {
        return socket.getInputStream().readNBytes(length);
    }

    /** The status line and the headers of the next response; empty if the connection ends. */
    String readHead() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var c = socket.getInputStream().read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.github.pscsdk.benchmark.harness;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A request or an answer as it stood on the wire, with a body in text whose length is told. */
public record Message(String head, String body) {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int MAX_HEAD = 16 * 1024;

    public static byte[] answer(int status, String json) {
        var length = json.getBytes(StandardCharsets.UTF_8).length;
        return ("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
                        + "Content-Length: " + length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A POST of JSON, in ASCII, from the bearer of a token. */
    public static byte[] post(URI uri, String token, String json) {
        return ("POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                        + "\r\nAccept: application/json\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads one; empty at the end of the stream. */
    public static Optional<Message> read(InputStream in) throws IOException {
        var buffer = new byte[MAX_HEAD];
        var filled = 0;
        var end = -1;
        while (end < 0) {
            var read = in.read(buffer, filled, buffer.length - filled);
            if (read <= 0) {
                return Optional.empty();
            }
            end = endOfHead(buffer, Math.max(0, filled - 3), filled + read);
            filled += read;
        }
        var head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        var body = new byte[length(head)];
        var early = filled - end - 4;
        System.arraycopy(buffer, end + 4, body, 0, early);
        if (in.readNBytes(body, early, body.length - early) < body.length - early) {
            throw new EOFException("a body was cut off");
        }
        return Optional.of(new Message(head, new String(body, StandardCharsets.UTF_8)));
    }

    private static int endOfHead(byte[] bytes, int from, int to) {
        for (var i = from; i + 3 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int length(String head) {
        var lower = head.toLowerCase(Locale.ROOT);
        var start = lower.indexOf(LENGTH);
        if (start < 0) {
            return 0;
        }
        var end = lower.indexOf('\r', start + 2);
        return Integer.parseInt(lower.substring(start + LENGTH.length(), end < 0 ? lower.length() : end)
                .strip());
    }

    public int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    public String target() {
        return head.split(" ", 3)[1];
    }
}

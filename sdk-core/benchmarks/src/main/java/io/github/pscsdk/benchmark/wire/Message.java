package io.github.pscsdk.benchmark.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request or an answer as it stood on the wire.
 *
 * @param head the first line and the headers
 * @param body as text, which all of ours are
 */
public record Message(String head, String body) {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int MAX_HEAD = 16 * 1024;

    /** Reads one; empty at the end of the stream. */
    static Optional<Message> read(InputStream in) throws IOException {
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

    /** The status of an answer. */
    public int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The target of a request. */
    public String target() {
        return head.split(" ", 3)[1];
    }
}

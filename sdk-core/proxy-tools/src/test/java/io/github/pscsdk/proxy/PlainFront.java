package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.pscsdk.testkit.peer.RawPeer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Stands before a proxy and lets ANS's own calls alone through: whatever is under {@code /v1} is a bare 404. One request on each connection. */
final class PlainFront implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    private final URI proxy;
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final RawPeer front;

    PlainFront(URI proxy) {
        this.proxy = proxy;
        this.front = new RawPeer(this::treat);
    }

    URI address() {
        return front.uri();
    }

    /** Method and path of each request that was let through. */
    List<String> passed() {
        return passed;
    }

    private void treat(RawPeer.Connection caller) throws IOException {
        var head = head(caller.in());
        var words = head.split(" ", 3);
        var length = LENGTH.matcher(head);
        var body = caller.in().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        if (words.length < 3 || words[1].startsWith("/v1")) {
            caller.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }
        passed.add(words[0] + " " + words[1]);
        try (var onward = new Socket(proxy.getHost(), proxy.getPort())) {
            var closing = head.replaceFirst("(?i)\r\nconnection: [^\r]*", "")
                    .replaceFirst("\r\n", "\r\nConnection: close\r\n");
            onward.getOutputStream().write(closing.getBytes(ISO_8859_1));
            onward.getOutputStream().write(body);
            RawPeer.daemon(() -> closeWhenLeft(caller.in(), onward));
            onward.getInputStream().transferTo(caller.out());
        }
    }

    private static String head(InputStream in) throws IOException {
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

    /** The caller says nothing more: what it does next is to leave. */
    private static void closeWhenLeft(InputStream caller, Socket onward) {
        try (onward) {
            caller.read();
        } catch (IOException e) {
            // It was all over before.
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}

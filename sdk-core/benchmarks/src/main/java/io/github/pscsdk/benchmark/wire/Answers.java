package io.github.pscsdk.benchmark.wire;

import java.nio.charset.StandardCharsets;

/** Answers as bytes. */
public final class Answers {
    private Answers() {}

    /** A JSON document. */
    public static byte[] json(int status, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return ("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
                        + "Content-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}

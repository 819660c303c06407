package io.github.pscsdk.example.santefr.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.util.NanoTime;

/** The body of a request, read whole, within a bound and a time, before anything is done with it. */
public final class RequestBody {
    /** How much is dropped beyond the bound: many write all before they read, and would lose the response. */
    private static final int HEARD_OUT = 64 << 20;
    /** For a body that drips: the connection ends where it is silent. */
    private static final int PATIENCE_SECONDS = 10;
    /** Bytes a second, beyond that. */
    private static final int SMALLEST_RATE = 32 * 1024;

    private RequestBody() {}

    /** The body; empty if it is larger than may be. */
    public static Optional<byte[]> read(Context context, int mostBytes) {
        var begun = NanoTime.now();
        var body = new ByteArrayOutputStream();
        var part = new byte[SMALLEST_RATE];
        var received = 0;
        try {
            var in = context.bodyInputStream();
            for (var length = in.read(part); length >= 0 && received < HEARD_OUT; length = in.read(part)) {
                received += length;
                if (received <= mostBytes) {
                    body.write(part, 0, length);
                }
                if (NanoTime.secondsSince(begun) > PATIENCE_SECONDS + received / SMALLEST_RATE) {
                    throw new BadRequestResponse("too slow");
                }
            }
            return received <= mostBytes ? Optional.of(body.toByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new BadRequestResponse("the body did not arrive");
        }
    }
}

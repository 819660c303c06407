package io.github.pscsdk.example.santefr.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** The body of a request, read whole and within a bound before anything is done with it. */
public final class RequestBody {
    /** How much is dropped beyond the bound: many write all before they read, and would lose the response. */
    private static final int HEARD_OUT = 64 << 20;

    private RequestBody() {}

    /** The body; empty if it is larger than may be. */
    public static Optional<byte[]> read(Context context, int mostBytes) {
        try {
            var in = context.bodyInputStream();
            var body = in.readNBytes(mostBytes + 1);
            if (body.length <= mostBytes) {
                return Optional.of(body);
            }
            in.skip(HEARD_OUT);
            return Optional.empty();
        } catch (IOException e) {
            throw new BadRequestResponse("the body did not arrive");
        }
    }
}

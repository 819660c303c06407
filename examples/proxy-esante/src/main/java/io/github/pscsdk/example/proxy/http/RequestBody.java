package io.github.pscsdk.example.proxy.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.example.proxy.json.Json;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads a body whole, up to a limit: by its size as it arrives, since a length may be absent or a lie. */
final class RequestBody {
    /** For the bodies that the proxy reads itself. */
    static final int JSON_LIMIT = 64 * 1024;
    /** For what goes to a backend: it is held in memory. */
    static final int SEND_LIMIT = 8 * 1024 * 1024;

    private RequestBody() {}

    static byte[] read(Context ctx, int limit) throws IOException {
        var in = ctx.req().getInputStream();
        var body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            // Many clients write all before they read: who is not far beyond is heard out, else the answer is lost.
            in.skip(limit);
            throw Refused.of(413, LoginProblem.SERVER_HALF_ANSWER_INVALID);
        }
        return body;
    }

    static <T> T json(Context ctx, Class<T> type) throws IOException {
        return Json.read(read(ctx, JSON_LIMIT), type)
                .orElseThrow(() -> Refused.malformed("the body is not the JSON object of the contract"));
    }
}

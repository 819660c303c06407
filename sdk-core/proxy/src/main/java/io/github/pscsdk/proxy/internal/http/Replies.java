package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.proxy.internal.json.Json;
import io.javalin.http.Context;

/** Bodies of the proxy's own answers. */
final class Replies {
    private Replies() {}

    static void json(Context ctx, Object body) {
        json(ctx, Json.write(body));
    }

    /** Handles, identifiers and names: nothing on the way may keep them. */
    static void json(Context ctx, byte[] body) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(body);
    }
}

package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a body whole, up to a limit: by its size as it arrives, since a length may be absent or a lie. */
final class RequestBody {
    /** For the bodies that the proxy reads itself. */
    static final int JSON_LIMIT = 64 * 1024;
    /** For what goes to a backend: it is held in memory. */
    static final int SEND_LIMIT = 8 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(RequestBody.class);

    private RequestBody() {}

    static byte[] read(Context ctx, int limit) throws IOException {
        var body = ctx.req().getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw RefusedException.of(413, LoginProblem.SERVER_HALF_ANSWER_INVALID);
        }
        return body;
    }

    /** Many clients write all before they read: whoever is refused is heard out, else the answer is lost. Nothing is kept. */
    static void hearOut(Context ctx) {
        try {
            ctx.req().getInputStream().skip(2L * SEND_LIMIT);
        } catch (IOException gone) {
            log.debug("a refused caller left: {}", gone.getClass().getName());
        }
    }

    static <T> T json(Context ctx, Class<T> type) throws IOException {
        return Json.read(read(ctx, JSON_LIMIT), type)
                .orElseThrow(() -> RefusedException.malformed("the body is not the JSON object of the contract"));
    }
}

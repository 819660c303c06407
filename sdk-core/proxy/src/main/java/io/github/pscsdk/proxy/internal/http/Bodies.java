package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bodies of requests and writes those of the proxy's own responses. What is read is held in memory, whole, up to a
 * limit: by its size as it arrives, since a length may be absent or a lie.
 */
final class Bodies {
    /** For what goes to a backend. */
    static final int SEND_LIMIT = 8 * 1024 * 1024;
    /** For what the proxy reads itself. */
    private static final int OWN_LIMIT = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Bodies.class);

    private Bodies() {}

    static byte[] read(Context ctx, int limit) throws IOException {
        var body = ctx.req().getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw RefusedException.of(413, LoginProblem.SERVER_HALF_ANSWER_INVALID);
        }
        return body;
    }

    static <T> T readJson(Context ctx, Class<T> type) throws IOException {
        return Json.read(read(ctx, OWN_LIMIT), type)
                .orElseThrow(() -> RefusedException.malformed("the body is not the JSON object of the contract"));
    }

    /** The parameters of {@code application/x-www-form-urlencoded}; of several with one name, the last. */
    static Map<String, String> readForm(Context ctx) throws IOException {
        var text = new String(read(ctx, OWN_LIMIT), StandardCharsets.UTF_8);
        var parameters = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed("the form is not encoded as forms are");
        }
    }

    /**
     * Reads what is left and keeps nothing: many clients write all before they read, and would lose the response to a call
     * that is refused.
     */
    static void discard(Context ctx) {
        try {
            ctx.req().getInputStream().skip(2L * SEND_LIMIT);
        } catch (IOException gone) {
            log.debug("a refused caller left: {}", gone.getClass().getName());
        }
    }

    static void writeJson(Context ctx, Object body) {
        writeJson(ctx, Json.write(body));
    }

    /** Handles, identifiers and names: nothing on the way may keep them. */
    static void writeJson(Context ctx, byte[] body) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(body);
    }
}

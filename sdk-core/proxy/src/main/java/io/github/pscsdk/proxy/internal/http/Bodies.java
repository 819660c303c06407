package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.proxy.internal.json.Json;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Promise;

/** Reads the bodies that are for the proxy itself, whole and without a thread that waits, and writes those of its own responses. */
public final class Bodies {
    /** Bytes. */
    private static final int OWN_LIMIT = 64 * 1024;

    private Bodies() {}

    private static CompletableFuture<byte[]> read(Context ctx) {
        var body = RequestBody.of(ctx, OWN_LIMIT);
        return Promise.Completable.<ByteBuffer>with(whole -> Content.Source.asByteBuffer(body, whole))
                .thenApply(BufferUtil::toArray);
    }

    public static <T> CompletableFuture<T> readJson(Context ctx, Class<T> type) {
        return read(ctx)
                .thenApply(body -> Json.read(body, type)
                        .orElseThrow(
                                () -> RefusedException.malformed("the body is not the JSON object of the contract")));
    }

    /** The parameters of {@code application/x-www-form-urlencoded}; of several with one name, the last. */
    public static CompletableFuture<Map<String, String>> readForm(Context ctx) {
        return read(ctx).thenApply(Bodies::parameters);
    }

    private static Map<String, String> parameters(byte[] form) {
        var parameters = new HashMap<String, String>();
        for (var pair : new String(form, StandardCharsets.UTF_8).split("&")) {
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

    public static void writeJson(Context ctx, Object body) {
        writeJson(ctx, Json.write(body));
    }

    /** Handles, identifiers and names: nothing on the way may keep them. */
    public static void writeJson(Context ctx, byte[] body) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(body);
    }
}

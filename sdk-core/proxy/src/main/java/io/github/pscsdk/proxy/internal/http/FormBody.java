package io.github.pscsdk.proxy.internal.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A body of {@code application/x-www-form-urlencoded}, read up to the limit of all bodies. */
final class FormBody {
    private FormBody() {}

    /** Its parameters; of several with one name, the last. */
    static Map<String, String> read(Context ctx) throws IOException {
        var text = new String(RequestBody.read(ctx, RequestBody.JSON_LIMIT), StandardCharsets.UTF_8);
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
}

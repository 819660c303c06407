package io.github.pscsdk.example.santefr.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form that was sent, read from a body of bounded length: Javalin's own limit trusts the length that the
 * sender tells. What cannot be read has no fields.
 */
final class FormFields {
    private static final int LARGEST_BODY = 16 * 1024;

    private final Map<String, String> fields;

    private FormFields(Map<String, String> fields) {
        this.fields = fields;
    }

    static FormFields of(Context context) {
        try {
            var body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
            return new FormFields(body.length > LARGEST_BODY ? Map.of() : parse(body));
        } catch (IOException | IllegalArgumentException unreadable) {
            return new FormFields(Map.of());
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static Map<String, String> parse(byte[] body) {
        var fields = new HashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

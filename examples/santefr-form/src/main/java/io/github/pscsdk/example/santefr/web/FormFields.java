package io.github.pscsdk.example.santefr.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of a form that was sent. What cannot be read has no fields.
 *
 * @param values of each field, in the order in which they were sent
 * @param isTooLarge whether the body is beyond the bound, so that nothing was read
 */
record FormFields(Map<String, List<String>> values, boolean isTooLarge) {
    /** No form. */
    static final FormFields NONE = new FormFields(Map.of(), false);

    /** A declaration of a dozen offers, each text at its longest. */
    static final int LONG = 256 * 1024;

    /** A few fields of a line. */
    static final int SHORT = 16 * 1024;

    /** Those of a body; an empty one was too large. */
    static FormFields of(Optional<byte[]> body) {
        if (body.isEmpty()) {
            return new FormFields(Map.of(), true);
        }
        try {
            return ofText(new String(body.get(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return NONE;
        }
    }

    /** The last value of a field. */
    Optional<String> get(String name) {
        var all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Every value of a field. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The same with other values of a field. */
    FormFields with(String name, List<String> others) {
        var all = new HashMap<>(values);
        all.put(name, others);
        return new FormFields(all, isTooLarge);
    }

    /** As a browser sends it. */
    String toText() {
        return values.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** What {@link #toText} made. */
    static FormFields ofText(String text) {
        return new FormFields(parse(text), false);
    }

    private static Map<String, List<String>> parse(String body) {
        var fields = new HashMap<String, List<String>>();
        for (var pair : body.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "FormFields[" + values.size() + "]";
    }
}

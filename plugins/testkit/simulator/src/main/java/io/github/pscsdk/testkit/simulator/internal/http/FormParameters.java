package io.github.pscsdk.testkit.simulator.internal.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parameters in {@code application/x-www-form-urlencoded}, of a query or of a body. An empty value counts as absent.
 */
public final class FormParameters {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private boolean malformed;

    static FormParameters parse(String encoded) {
        var form = new FormParameters();
        for (var pair : encoded.split("&", -1)) {
            form.add(pair);
        }
        return form;
    }

    private void add(String pair) {
        var equals = pair.indexOf('=');
        try {
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            // RFC 6749 §3.1: a parameter without a value is treated as if it were omitted.
            if (!value.isEmpty() && values.putIfAbsent(name, value) != null) {
                repeated.add(name);
            }
        } catch (IllegalArgumentException e) {
            malformed = true;
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** The parameters as a query, with one more or another value of one. */
    public String with(String name, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(name, value);
        return query(all);
    }

    /** Parameters as a query with its question mark, escaped. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public boolean isRepeated(String name) {
        return repeated.contains(name);
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value; {@code invalid_request} if it is absent. */
    public String required(String name) throws OAuthErrorException {
        return optional(name).orElseThrow(() -> OAuthErrorException.invalidRequest("Missing parameter: " + name));
    }

    /** Each parameter occurs at most once (RFC 6749 §3.1, §3.2) and can be decoded; else {@code invalid_request}. */
    public FormParameters wellFormed() throws OAuthErrorException {
        if (malformed) {
            throw OAuthErrorException.invalidRequest("A parameter cannot be decoded");
        }
        if (!repeated.isEmpty()) {
            throw OAuthErrorException.invalidRequest("A parameter is repeated");
        }
        return this;
    }
}

package io.github.pscsdk.proxytools.internal.conformity.probe;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The query parameters of a URI. */
record QueryParameters(URI address) {
    /** The value of a parameter that is there exactly once. */
    Optional<String> get(String name) {
        var values = Stream.of(
                        Optional.ofNullable(address.getRawQuery()).orElse("").split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    boolean has(String name, String value) {
        return get(name).filter(value::equals).isPresent();
    }
}

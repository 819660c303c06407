package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Place.Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts {@code 2 rue Rene Heymes 70000 Vesoul} at its last postcode; the number stays with the street. */
final class OneLineAddress {
    private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");

    private OneLineAddress() {}

    static Address of(Optional<String> line, Optional<String> complement) {
        var text = line.orElse("");
        return POSTCODE.matcher(text)
                .results()
                .reduce((first, second) -> second)
                .map(postcode -> address(
                        filled(text.substring(0, postcode.start())),
                        complement,
                        Optional.of(postcode.group()),
                        filled(text.substring(postcode.end()))))
                .orElseGet(() -> address(line, complement, Optional.empty(), Optional.empty()));
    }

    private static Address address(
            Optional<String> street, Optional<String> complement, Optional<String> postcode, Optional<String> town) {
        return new Address(Optional.empty(), street, complement, postcode, Optional.empty(), town, Optional.empty());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(part -> !part.isBlank());
    }
}

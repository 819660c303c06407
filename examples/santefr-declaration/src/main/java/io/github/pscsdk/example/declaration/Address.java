package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * The address of a place. Members of {@code place} in JSON.
 *
 * @param streetNumber number in the street
 * @param street name of the street
 * @param complement where exactly: room, tent, car park
 * @param postcode five digits
 * @param inseeCode code of the commune
 * @param town name of the commune
 * @param banId key in the national address base, such as {@code 75113_1234_00012}
 */
public record Address(
        Optional<String> streetNumber,
        Optional<String> street,
        Optional<String> complement,
        Optional<String> postcode,
        Optional<String> inseeCode,
        Optional<String> town,
        Optional<String> banId) {
    /** The address of a practice can be that of a person. */
    @Override
    public String toString() {
        return "Address[…]";
    }
}

package io.github.pscsdk.example.declaration;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the offer is.
 *
 * @param name the public name
 * @param address how to get there
 * @param position on the map
 * @param numbers FINESS, SIREN, SIRET
 * @param accessibility {@code oui}, {@code non} or a remark on access for disabled people
 */
public record Place(
        Optional<String> name,
        Address address,
        Position position,
        SiteNumbers numbers,
        Optional<String> accessibility) {
    /** Checks. */
    public Place {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(numbers, "numbers");
    }

    /** The address of a practice can be that of a person. */
    @Override
    public String toString() {
        return "Place[…]";
    }
}

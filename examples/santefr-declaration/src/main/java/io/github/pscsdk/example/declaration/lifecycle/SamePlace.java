package io.github.pscsdk.example.declaration.lifecycle;

import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.text.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * Whether two descriptions are of one place: its FINESS or SIRET number is the same, or else its address. The name may
 * change: 359 of 2,146 vaccination centres changed theirs within seven months.
 */
final class SamePlace {
    private SamePlace() {}

    static boolean is(Place one, Place other) {
        return same(one.numbers().finess(), other.numbers().finess())
                .or(() -> same(one.numbers().siret(), other.numbers().siret()))
                .orElseGet(() -> spelling(one.address()).equals(spelling(other.address())));
    }

    private static Optional<Boolean> same(Optional<String> one, Optional<String> other) {
        return one.flatMap(number -> other.map(number::equalsIgnoreCase));
    }

    private static List<String> spelling(Address address) {
        var street = address.streetNumber().orElse("") + " " + address.street().orElse("");
        return List.of(Spelling.key(street), Spelling.key(address.postcode().orElse("")));
    }
}

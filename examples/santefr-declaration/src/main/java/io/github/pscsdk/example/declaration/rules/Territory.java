package io.github.pscsdk.example.declaration.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of France and the box that each lies in, in WGS84 degrees, a little wider than the land. */
enum Territory {
    GUADELOUPE(15.7, 16.6, -61.9, -60.9, "971"),
    MARTINIQUE(14.3, 15.0, -61.3, -60.7, "972"),
    GUYANE(2.0, 6.0, -54.7, -51.5, "973"),
    REUNION(-21.5, -20.8, 55.1, 55.9, "974"),
    SAINT_PIERRE_ET_MIQUELON(46.7, 47.2, -56.5, -56.0, "975"),
    MAYOTTE(-13.1, -12.5, 44.9, 45.4, "976"),
    // These two islands got codes of their own in 2007, but kept postcodes of Guadeloupe.
    SAINT_BARTHELEMY(17.8, 18.0, -63.0, -62.7, "977", "97133"),
    SAINT_MARTIN(18.0, 18.2, -63.2, -62.9, "978", "97150"),
    WALLIS_ET_FUTUNA(-14.5, -13.0, -178.4, -175.9, "986"),
    POLYNESIE(-28.0, -7.5, -155.5, -134.0, "987"),
    NOUVELLE_CALEDONIE(-23.5, -17.5, 158.0, 172.5, "988"),
    MAINLAND(41.3, 51.1, -5.2, 9.6, "");

    private final double south;
    private final double north;
    private final double west;
    private final double east;
    private final List<String> prefixes;

    Territory(double south, double north, double west, double east, String... prefixes) {
        this.south = south;
        this.north = north;
        this.west = west;
        this.east = east;
        this.prefixes = List.of(prefixes);
    }

    /** Where a commune lies; empty for a foreign country. */
    static Optional<Territory> of(Optional<String> inseeCode, Optional<String> postcode) {
        if (inseeCode.filter(code -> code.startsWith("99")).isPresent()) {
            return Optional.empty();
        }
        // A code of the commune outdoes a postcode, and five characters outdo three.
        return overseas(inseeCode, 3)
                .or(() -> overseas(postcode, 5))
                .or(() -> overseas(postcode, 3))
                .or(() -> Optional.of(MAINLAND));
    }

    boolean contains(double latitude, double longitude) {
        return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
    }

    private static Optional<Territory> overseas(Optional<String> code, int length) {
        return Arrays.stream(values())
                .filter(territory -> territory.prefixes.stream()
                        .anyMatch(prefix ->
                                prefix.length() == length && code.orElse("").startsWith(prefix)))
                .findFirst();
    }
}

package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * Where a place lies, as it was written. Members of {@code place} in JSON.
 *
 * @param latitude WGS84 degrees, decimal
 * @param longitude WGS84 degrees, decimal
 * @param precision how sure the geocoding was, from 0 to 1 ({@code xy_precis})
 */
public record Position(Optional<String> latitude, Optional<String> longitude, Optional<String> precision) {
    /** Nowhere. */
    public static final Position NONE = new Position(Optional.empty(), Optional.empty(), Optional.empty());

    /** The position of a practice can be that of a person. */
    @Override
    public String toString() {
        return "Position[…]";
    }
}

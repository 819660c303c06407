package io.github.pscsdk.example.declaration.rules;

import java.util.Optional;

/**
 * Where a place lies, as it was written.
 *
 * @param latitude degrees, or nothing
 * @param longitude degrees, or nothing
 */
record Position(Optional<String> latitude, Optional<String> longitude) {
    static final Position NONE = new Position(Optional.empty(), Optional.empty());
}

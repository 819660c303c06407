package io.github.pscsdk.example.declaration;

import java.util.Optional;

/**
 * How one comes to an offer. Members of the offer in JSON.
 *
 * @param appointment {@code required}, {@code none} or {@code optional}
 * @param phone to book
 * @param secondPhone another one
 * @param website to book
 * @param voiceServer {@code t} where a voice server answers the telephone
 * @param details public note
 */
public record Access(
        Optional<String> appointment,
        Optional<String> phone,
        Optional<String> secondPhone,
        Optional<String> website,
        Optional<String> voiceServer,
        Optional<String> details) {
    /** Nothing said. */
    public static final Access NONE = new Access(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A telephone can be a person's. */
    @Override
    public String toString() {
        return "Access[…]";
    }
}

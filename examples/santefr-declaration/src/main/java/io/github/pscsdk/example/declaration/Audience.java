package io.github.pscsdk.example.declaration;

import java.util.List;
import java.util.Optional;

/**
 * Whom an offer is for. Members of the offer in JSON.
 *
 * @param accepted who is accepted, such as {@code Tout public}; nothing where it was not said
 * @param professionalsOnly {@code t} where it is kept for health professionals
 * @param priorityHours slots for people who come first: a week on one line, or a text
 */
public record Audience(List<String> accepted, Optional<String> professionalsOnly, Optional<String> priorityHours) {
    /** Nothing said. */
    public static final Audience NONE = new Audience(List.of(), Optional.empty(), Optional.empty());

    /** Copies. */
    public Audience {
        accepted = List.copyOf(accepted);
    }
}

package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who keeps the contact details of a profession.
 *
 * @param professions codes of table TRE_G15 of ANS, such as {@code 10}
 * @param label these professions, in the person's language
 * @param body the professional body or authority, with its address where it is known
 * @param delay how long a change takes, in the person's language; empty where nobody says
 */
public record GuideContact(List<String> professions, String label, GuideLink body, Optional<String> delay) {
    /** Checks and copies. */
    public GuideContact {
        professions = List.copyOf(professions);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(delay, "delay");
    }
}

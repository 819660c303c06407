package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The professional body that keeps the contact details of a profession.
 *
 * @param professions codes of table TRE_G15 of ANS, such as {@code 10}
 * @param label these professions, in the person's language
 * @param body the body or authority, with its address if known
 * @param delay how long a change takes, in the person's language; empty if not known
 */
public record GuideContact(List<String> professions, String label, GuideLink body, Optional<String> delay) {
    public GuideContact {
        professions = List.copyOf(professions);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(delay, "delay");
    }
}

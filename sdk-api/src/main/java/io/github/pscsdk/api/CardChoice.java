package io.github.pscsdk.api;

import java.util.Objects;
import java.util.Optional;

/**
 * One of several cards, with what a person needs to choose it.
 *
 * @param reader the reader's name in the operating system
 * @param holder the holder's names, given names first; empty if the card does not say without its code
 */
public record CardChoice(String reader, Optional<String> holder) {
    public CardChoice {
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(holder, "holder");
    }

    /** Leaves the holder out, which is personal data. */
    @Override
    public String toString() {
        return "CardChoice[" + reader + "]";
    }
}

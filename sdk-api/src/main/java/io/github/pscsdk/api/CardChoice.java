package io.github.pscsdk.api;

import java.util.Objects;
import java.util.Optional;

/**
 * A card that somebody could log in with, as a person tells it from another.
 *
 * @param reader the reader's name, as the system has it
 * @param holder whose card it is, given names first; empty where the card does not say without its code
 */
public record CardChoice(String reader, Optional<String> holder) {
    /** Checks. */
    public CardChoice {
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(holder, "holder");
    }

    /** Without the holder, who is a person. */
    @Override
    public String toString() {
        return "CardChoice[" + reader + "]";
    }
}
